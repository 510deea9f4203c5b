import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import { capabilitiesFor } from '../../lib/domain/interaction/capabilities-of.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import type { ViewLink } from '../../lib/engine/commands/commands.ts';
import { Announcer } from '../words/announcement.ts';
import { shownContact } from '../words/interaction-title.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';
import { Foot } from './Foot.tsx';
import { Late } from './Late.tsx';
import { NotSaved } from './NotSaved.tsx';
import { Rail } from './rail/Rail.tsx';
import { SavedOtherwise } from './SavedOtherwise.tsx';
import { looseWrites, saidWrites } from './state/save-state.ts';
import { askedConnections, creatingConnections, shownConnection } from './state/shown-connection.ts';
import { shownResolution } from './state/shown-resolution.ts';
import '../styles/view.css';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useScrollPadding } from '../parts/use-scroll-padding.ts';
import { useTopOnChange } from '../parts/use-top-on-change.ts';
import { stepsDone } from './Steps.tsx';
import { useFirstRun } from './state/use-first-run.ts';
import { useShortcuts } from './state/use-shortcuts.ts';
import { type Surface, useView, type View, type ViewActions, ViewProvider } from './state/view-context.ts';
import { viewShortcuts } from './state/view-shortcuts.ts';
import { createViewStore, type ViewStore } from './state/view-store.ts';
import { whoseFields } from './state/whose-fields.ts';
import { Top } from './Top.tsx';
import { ViewBody } from './ViewBody.tsx';

export interface ContactViewProps {
  /** Must stay the same object as long as the view lives. */
  link: ViewLink;
  surface: Surface;
  actions?: ViewActions;
  /** Epoch milliseconds; for pictures and tests. */
  clock?: () => number;
  /** A picture among other things of a page: the keys are the page's. */
  still?: boolean;
}

interface PanelProps {
  store: ViewStore;
  surface: Surface;
  actions: ViewActions;
  still: boolean;
}

/** The contact view, the same in side panel, page and widget. `dir` and `data-theme` of the root element apply. */
export function ContactView({ link, surface, actions = {}, clock, still = false }: ContactViewProps) {
  const { store, controller } = useMemo(() => {
    const controller = new AbortController();
    return { store: createViewStore(link, controller.signal, clock), controller };
  }, [link, clock]);
  // In the commit itself: what is typed is sent before a closing page is gone.
  useLayoutEffect(() => () => controller.abort(), [controller]);
  return <Panel store={store} surface={surface} actions={actions} still={still} />;
}

function Panel({ store, surface, actions, still }: PanelProps) {
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const low = useRef<HTMLDivElement>(null);
  const announcer = useMemo(() => new Announcer(), []);
  // Read once and handed down: every part of one rendering stems from the same state.
  const state = store.state.value;
  const front = state?.interactions.find(({ key }) => key === state.front);
  const scope = front?.key ?? '';
  const asked = askedConnections(state, front);
  const ready = asked.some(({ status }) => status === 'ready');
  const shown = front && ready ? shownResolution(front) : undefined;
  const contact = front ? shown && shownContact(shown) : store.browse.browsed.value?.contact;
  const connection = shownConnection(asked, contact?.id, front?.answeredBy);
  const can = capabilitiesFor(connection, contact);
  const view: View = useMemo(
    () => ({
      store,
      surface,
      actions,
      asked,
      connection,
      can,
      canCreate: creatingConnections(asked).length > 0,
      focusSearch: () => input.current?.focus(),
      focusContact: () => root.current?.querySelector<HTMLElement>('main h1')?.focus(),
    }),
    // The state is the same object until something changes.
    [store, surface, actions, state, connection, can],
  );
  const choose = (contact: Contact | undefined) => {
    if (!contact) return;
    store.search.close(scope);
    if (scope === '') store.browse.open(contact);
    else {
      store.creates.close(scope);
      void store.send({ type: 'contact.choose', key: scope, contactId: contact.id });
    }
    view.focusContact();
  };
  const search = store.search.get(scope);
  const chooseResult = (index: number) => choose(search?.contacts[index]);
  useKeptFocus(root, view.focusContact);
  useShortcuts(still ? {} : viewShortcuts(view, { state, front, shown }), () => store.quiet.peek());
  useMenuClosing(store);
  useTopOnChange(still ? undefined : whoseFields(store, scope, shown));
  useScrollPadding(low, !still);
  const crm = connection?.crm ?? sharedWords().theCrm;
  const isIdle = state !== null && front === undefined;
  const first = useFirstRun(actions.firstRun, state);
  const lacks = isIdle && needsSteps(state, ready, surface);
  const waits = isIdle && (lacks || first);
  return (
    <ViewProvider value={view}>
      <div
        class={`panel ${surface}${still ? ' still' : ''}`}
        ref={root}
        data-quiet={store.quiet.value || undefined}
      >
        <Top state={state} front={front} scope={scope} input={input} onChoose={chooseResult} />
        {state ? <Rail state={state} /> : <section class="rail" aria-label={viewWords().interactions} />}
        <main class="body">
          <section aria-label={sharedWords().contact}>
            <p class="hide" role="status">
              {announcer.text(front, shown) || null}
            </p>
            {state && (
              <ViewBody
                key={scope}
                state={state}
                front={front}
                shown={shown}
                search={search}
                waits={waits}
                crm={crm}
                onChoose={chooseResult}
              />
            )}
          </section>
        </main>
        <div class="low" ref={low}>
          {front && shown && <Late interaction={front} shown={shown} crm={crm} />}
          {ready && state && <Loose state={state} />}
          <Foot
            scope={scope}
            contact={search || !ready ? undefined : contact}
            crm={crm}
            writes={[...(front?.writes ?? []), ...(state?.writes ?? [])]}
            interaction={front}
            state={ready ? state : null}
            canCreate={isIdle && !lacks && view.canCreate}
            tells={ready && shown?.status !== 'resolving' && shown?.status !== 'unmatched'}
            note={waits && surface !== 'widget' ? viewWords().steps.step(stepsDone(state) + 1, 3) : undefined}
          />
        </div>
      </div>
    </ViewProvider>
  );
}

/** What was not saved and stands in no interaction: in sight whoever is in front. */
function Loose({ state }: { state: ViewState }) {
  const writes = looseWrites(useView().store, '', state.writes);
  const said = saidWrites(state.writes);
  if (writes.length + said.length === 0) return null;
  const { notSaved, needsAttention } = viewWords();
  return (
    <section class="late" aria-label={writes.length > 0 ? notSaved : needsAttention}>
      <NotSaved scope={null} writes={writes} />
      <SavedOtherwise scope={null} writes={said} />
    </section>
  );
}

/** Nothing can pop yet. The widget's host is the page around it: there is none to connect. */
function needsSteps({ connections, hosts }: ViewState, ready: boolean, surface: Surface): boolean {
  return connections.length === 0 || (ready && hosts.length === 0 && surface !== 'widget');
}

/** A click or the focus anywhere else closes what floats. */
function useMenuClosing(store: ViewStore): void {
  useEffect(() => {
    const close = (event: Event) => {
      const inside =
        event.target instanceof Element && event.target.closest('[data-menu], [aria-expanded="true"]');
      if (store.menu.peek() !== 'closed' && !inside) store.menu.value = 'closed';
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [store]);
}
