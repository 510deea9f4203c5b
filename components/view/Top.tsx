import { Menu } from 'lucide-preact';
import type { RefObject } from 'preact';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import { capabilitiesOf } from '../../lib/domain/interaction/capabilities-of.ts';
import { connectionOf } from '../../lib/domain/interaction/connections-of.ts';
import type { Connection, LiveInteraction } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { viewWords } from '../words/view-words.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { SearchBox } from './search/SearchBox.tsx';
import { searchedConnections } from './state/shown-connection.ts';
import { useView } from './state/view-context.ts';

/** Search, always; the other view; more. */
export function Top(props: {
  state: ViewState | null;
  front: LiveInteraction | undefined;
  scope: string;
  input: RefObject<HTMLInputElement | null>;
  onChoose: (index: number) => void;
}) {
  const { state, front, scope } = props;
  const { asked } = useView();
  const searched = searchedConnections(asked);
  const isReady = searched.length > 0;
  const canSearch = searched.some((one) => capabilitiesOf(one).search);
  return (
    <div class="top">
      <SearchBox
        scope={scope}
        input={props.input}
        disabled={!isReady}
        savedCopies={isReady && (!canSearch || front?.resolution.status === 'failed')}
        recent={front && state ? recentOf(state, searched) : none}
        onChoose={props.onChoose}
      />
      <ViewToggle front={front} />
      <MoreMenu front={front} pinned={front !== undefined && state?.pinned === front.key} />
    </div>
  );
}

const none: Contact[] = [];

/** Whom the agent had to do with last, of the CRMs that are asked for this interaction. */
function recentOf({ recent }: ViewState, connections: Connection[]): Contact[] {
  return recent.map(({ contact }) => contact).filter(({ id }) => connectionOf({ connections }, id));
}

function ViewToggle({ front }: { front: LiveInteraction | undefined }) {
  const { store } = useView();
  if (!front && !store.browse.browsed.value) return null;
  const full = (front ? front.mode : store.browseMode.value) === 'full';
  const words = full ? viewWords().reducedView : viewWords().fullView;
  const toggle = () => {
    const mode = full ? 'reduced' : 'full';
    if (front) void store.send({ type: 'interaction.mode', key: front.key, mode });
    else store.browseMode.value = mode;
  };
  return (
    <button type="button" class="btn plain view" aria-label={words} onClick={toggle}>
      {full ? <Short /> : <Icon of={Menu} />}
      <span class="only-wide">{words}</span>
    </button>
  );
}

/** Two lines where the full view has three. */
function Short() {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 8h16M4 15h9" />
    </svg>
  );
}
