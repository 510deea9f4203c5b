import { Clock } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { listTime } from '../words/format-time.ts';
import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';
import { placeOfWrite, type ScopedWrite, waitingWrites } from './state/waiting-writes.ts';
import { WriteLine } from './WriteLine.tsx';

/** How many writes wait to be saved, and behind that the list of them. */
export function Waiting({ state }: { state: ViewState }) {
  const { store } = useView();
  const words = viewWords().waiting;
  const button = useRef<HTMLButtonElement>(null);
  const writes = waitingWrites(state);
  const open = store.menu.value === 'waiting' && writes.length > 0;
  useEffect(() => {
    if (!open) return;
    const opener = button.current;
    document.getElementById('waiting-list')?.focus();
    return () => {
      if (document.activeElement === document.body || document.activeElement === null) opener?.focus();
    };
  }, [open]);
  if (writes.length === 0) return null;
  return (
    <>
      <button
        type="button"
        ref={button}
        class="save wait waits"
        aria-expanded={open}
        aria-controls="waiting-list"
        onClick={() => {
          store.menu.value = open ? 'closed' : 'waiting';
        }}
      >
        <Icon of={Clock} small />
        {words.count(writes.length)}
      </button>
      {open && (
        <div
          class="floating up"
          id="waiting-list"
          role="dialog"
          aria-label={words.title}
          tabIndex={-1}
          data-menu
        >
          <h2>{words.title}</h2>
          <ul class="wait-list">
            {writes.map((one) => (
              <Line key={one.write.id} {...one} state={state} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Line({ scope, write, state }: ScopedWrite & { state: ViewState }) {
  const { store } = useView();
  const { waiting: words, giveUp } = viewWords();
  const since = <span class="num">{listTime(write.since ?? write.at, store.now.value)}</span>;
  // Where there is but one, everything waits for that.
  const crm = state.connections.length > 1 ? placeOfWrite(state, write).connection?.crm : undefined;
  return (
    <li>
      <Icon of={Clock} />
      <span>
        <WriteLine write={write} whose={scope !== state.front} />
        <small class="quiet">
          {crm === undefined ? words.since(since) : words.sinceFor(since, <bdi>{safeText(crm, 64)}</bdi>)}
        </small>
      </span>
      <span class="row-btns">
        <button
          type="button"
          class="btn"
          onClick={() => void store.send({ type: 'write.retry', key: scope, writeId: write.id })}
        >
          {words.sendNow}
        </button>
        <button
          type="button"
          class="btn plain"
          onClick={() => void store.send({ type: 'write.discard', key: scope, writeId: write.id })}
        >
          {giveUp}
        </button>
      </span>
    </li>
  );
}
