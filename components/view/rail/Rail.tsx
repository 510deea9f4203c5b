import { useMemo, useRef } from 'preact/hooks';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import { useWidth } from '../../parts/use-width.ts';
import { lineState } from '../../words/line-state.ts';
import { viewWords } from '../../words/view-words.ts';
import { RingAnnouncer } from '../state/ring-announcer.ts';
import { useView } from '../state/view-context.ts';
import { RailTab } from './RailTab.tsx';
import { RailPlaces, roomOf } from './rail-places.ts';

/** The live interactions. Their widths follow their count alone; of more than have room the last slot is a list. */
export function Rail({ state }: { state: ViewState }) {
  const { interactions, front, pinned } = state;
  const { store } = useView();
  const announcer = useMemo(() => new RingAnnouncer(), []);
  const places = useMemo(() => new RailPlaces(), []);
  const rail = useRef<HTMLElement>(null);
  const room = roomOf(useWidth(rail));
  const { slots, more } = places.take(interactions, front, room);
  const isWide = interactions.length > 3;
  return (
    <section class="rail" aria-label={viewWords().interactions} ref={rail}>
      <p class="hide" role="status">
        {announcer.text(interactions, front, store.now.peek()) || null}
      </p>
      {interactions.length === 0 ? (
        <Nothing state={state} />
      ) : (
        <ul
          {...(isWide && { class: 'many', style: { '--slots': slots.length + (more.length > 0 ? 1 : 0) } })}
        >
          {slots.map((interaction) => (
            <li key={interaction.key}>
              <RailTab
                interaction={interaction}
                front={interaction.key === front}
                pinned={interaction.key === pinned}
              />
            </li>
          ))}
          {more.length > 0 && <More key="more" interactions={more} state={state} />}
        </ul>
      )}
    </section>
  );
}

function More({ interactions, state }: { interactions: LiveInteraction[]; state: ViewState }) {
  const { store } = useView();
  const words = viewWords().rail;
  const open = store.menu.value === 'rail';
  const offered = interactions.filter((one) => lineState(one) === 'offered').length;
  return (
    <li class="rail-more">
      <button
        type="button"
        class="tab"
        aria-expanded={open}
        onClick={() => {
          store.menu.value = open ? 'closed' : 'rail';
        }}
      >
        <span class="line" data-state={offered > 0 ? 'offered' : 'active'} />
        <b class="wide">
          +{interactions.length}
          <span class="hide">{words.moreInteractions}</span>
        </b>
        <span class="t wide" title={offered > 0 ? words.fresh(offered) : words.more}>
          {offered > 0 ? words.fresh(offered) : words.more}
        </span>
      </button>
      {open && (
        <ul class="floating" data-menu>
          {interactions.map((interaction) => (
            <li key={interaction.key}>
              <RailTab
                interaction={interaction}
                front={false}
                pinned={interaction.key === state.pinned}
                onShow={() => {
                  store.menu.value = 'closed';
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Nothing({ state: { connections, hosts } }: { state: ViewState }) {
  const { surface } = useView();
  const words = viewWords().rail;
  const noHost = hosts.length === 0 && surface !== 'widget';
  const connected = [
    ...hosts.filter((host) => host.status === 'connected').map((host) => host.label || host.origin),
    ...connections.filter(({ status }) => status === 'ready').map(({ crm }) => crm),
  ];
  return (
    <Idle
      words={noHost ? words.noHost : words.nothingLive}
      more={!noHost && connected.length > 0 ? words.connected(connected) : ''}
    />
  );
}

function Idle({ words, more }: { words: string; more: string }) {
  return (
    <p class="nolive" title={[words, more].filter(Boolean).join(' · ')}>
      <span class="line" data-state="idle" />
      <span class="words">{words}</span>
      <span class="end small cut">{more || null}</span>
    </p>
  );
}
