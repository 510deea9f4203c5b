import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { ownersOf } from '../../../lib/domain/interaction/connections-of.ts';
import { sameData } from '../../../lib/domain/text/same-data.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { Send, ViewLink } from '../../../lib/engine/commands/commands.ts';
import { createTicker } from '../../parts/ticker.ts';
import { namedConnection } from '../../words/workspace-words.ts';
import { type AnswerStore, createAnswerStore } from './answer-store.ts';
import { type BrowseStore, createBrowseStore } from './browse-store.ts';
import { type CreateStore, createCreateStore } from './create-store.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import { createEditStore, type EditStore } from './edit-store.ts';
import { createSearchStore, type SearchStore } from './search-store.ts';
import { askedConnections, searchedConnections } from './shown-connection.ts';
import { createWriter } from './writer.ts';

/**
 * What one view knows: the engine's state, and what belongs to this view alone (a search, a form, an edit, an open
 * menu), each kept by scope: an interaction's key, or '' when there is none.
 */
export interface ViewStore {
  /** null until the engine has spoken. */
  state: ReadonlySignal<ViewState | null>;
  now: ReadonlySignal<number>;
  /** True for a moment after another interaction came to the front by itself: keys typed for the last one do not count. */
  quiet: ReadonlySignal<boolean>;
  /** Never rejects: a link that fails is a CRM that cannot be reached. */
  send: Send;
  /** The agent brings an interaction to the front. */
  show(key: string): void;
  /** What was just done and is nowhere else to be seen, such as a copy; for some seconds. */
  said: ReadonlySignal<string | null>;
  say(words: string): void;
  menu: Signal<'closed' | 'more' | 'rail' | 'waiting'>;
  /** Sections the agent folded, by id. */
  folded: Signal<ReadonlySet<string>>;
  /** Which view a contact opened without interaction is shown in. */
  browseMode: Signal<'reduced' | 'full'>;
  search: SearchStore;
  browse: BrowseStore;
  creates: CreateStore;
  edits: EditStore;
  answers: AnswerStore;
  drafts: DraftSaver;
}

const quietFor = 600;
const saidFor = 3_000;

export function createViewStore(
  link: ViewLink,
  abort: AbortSignal,
  clock: () => number = Date.now,
): ViewStore {
  const state = signal<ViewState | null>(null);
  const quiet = signal(false);
  const send: Send = (command, owners) =>
    link.send(command, owners).catch(() => ({ ok: false, error: { code: 'unreachable' } }));
  const writer = createWriter(send, () => state.peek());
  const drafts = createDraftSaver(send, abort);
  const search = createSearchStore(send, (scope) => {
    const now = state.peek();
    const front = now?.interactions.find(({ key }) => key === scope);
    return searchedConnections(askedConnections(now, front)).map(({ id }) => id);
  });
  const browse = createBrowseStore(send, clock);
  const creates = createCreateStore(writer, drafts);
  const edits = createEditStore(writer, drafts);
  const answers = createAnswerStore(writer);
  const known = new Set<string>();
  let wanted: string | null = null;
  let timeout: ReturnType<typeof setTimeout> | undefined;

  const hush = () => {
    quiet.value = true;
    clearTimeout(timeout);
    timeout = setTimeout(() => {
      quiet.value = false;
    }, quietFor);
  };
  abort.addEventListener('abort', () => clearTimeout(timeout));
  const said = signal<string | null>(null);
  let saying: ReturnType<typeof setTimeout> | undefined;
  abort.addEventListener('abort', () => clearTimeout(saying));

  const take = (next: ViewState) => {
    const before = state.peek();
    if (before && !sameData(ownersOf(before), ownersOf(next))) {
      if (hasLeft(before, next)) {
        drafts.leave(ownersOf(before));
        for (const key of [...known, '']) {
          search.close(key);
          for (const store of [creates, edits, answers]) store.forget(key);
        }
        browse.close();
      }
      // What this agent had begun is there again, or another's is not.
      known.clear();
    }
    for (const interaction of next.interactions) {
      if (!known.has(interaction.key)) {
        known.add(interaction.key);
        creates.hydrate(interaction);
        edits.hydrate(interaction);
      }
      for (const store of [creates, edits, answers]) store.follow(interaction);
    }
    const keys = new Set(next.interactions.map(({ key }) => key));
    for (const key of [...known].filter((one) => !keys.has(one))) {
      known.delete(key);
      search.close(key);
      for (const store of [creates, edits, answers]) store.forget(key);
    }
    if (!next.connections.some(({ status }) => status === 'ready')) {
      search.forgetResults();
      browse.close();
    }
    if (before && before.front !== next.front && next.front !== wanted) hush();
    if (next.front === wanted) wanted = null;
    state.value = next;
  };
  link.subscribe((next) => take({ ...next, connections: next.connections.map(namedConnection) }), abort);

  return {
    state,
    now: createTicker(abort, clock),
    quiet,
    send,
    show(key) {
      wanted = key;
      drafts.flush();
      void send({ type: 'interaction.show', key });
    },
    said,
    say(words) {
      said.value = words;
      clearTimeout(saying);
      saying = setTimeout(() => {
        said.value = null;
      }, saidFor);
    },
    menu: signal('closed'),
    folded: signal(new Set<string>()),
    browseMode: signal('full'),
    search,
    browse,
    creates,
    edits,
    answers,
    drafts,
  };
}

/** Another agent, or none, is at one of the CRMs. Whoever turns out to be somebody by name is still the same. */
function hasLeft({ connections: before }: ViewState, { connections: next }: ViewState): boolean {
  return before.some((was) => {
    if (was.status !== 'ready') return false;
    const now = next.find(({ id }) => id === was.id);
    if (now?.status !== 'ready') return true;
    return now.owner !== was.owner && was.agent !== undefined;
  });
}
