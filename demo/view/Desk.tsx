import { useSignal } from '@preact/signals';
import type { DeskStore } from '../desk/desk-store.ts';
import { Inbox } from './Inbox.tsx';
import { InteractionList } from './InteractionList.tsx';
import { Simulator } from './Simulator.tsx';
import { TopBar } from './TopBar.tsx';
import { WidgetFrame } from './WidgetFrame.tsx';

/** The whole page: customers on the left, live work in the middle, the companion widget on the right. */
export function Desk({ store, widgetUrl }: { store: DeskStore; widgetUrl: string | null }) {
  const showWidget = useSignal(widgetUrl !== null);
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
