import { useSignal } from '@preact/signals';
import type { DeskStore } from '../desk/desk-store.ts';
import { Inbox } from './Inbox.tsx';
import { InteractionList } from './InteractionList.tsx';
import { Simulator } from './Simulator.tsx';
import { TopBar } from './TopBar.tsx';
import { WidgetFrame } from './WidgetFrame.tsx';

interface DeskProps {
  store: DeskStore;
  /** null where there is no companion server. */
  widgetUrl: string | null;
  /** Whether the widget's column is open at first. */
  widgetOpen: boolean;
}

/** The whole page: customers on the left, live work in the middle, the companion widget on the right. */
export function Desk({ store, widgetUrl, widgetOpen }: DeskProps) {
  const showWidget = useSignal(widgetUrl !== null && widgetOpen);
  return (
    <div class="desk" data-inbox={store.inbox.value} data-widget={showWidget.value}>
      <TopBar store={store} showWidget={showWidget} hasWidget={widgetUrl !== null} />
      <Simulator onArrive={store.arrive} />
      <main class="work">
        <InteractionList store={store} />
        {store.inbox.value !== 'hidden' && <Inbox store={store} />}
      </main>
      {widgetUrl && showWidget.value && <WidgetFrame url={widgetUrl} />}
    </div>
  );
}
