import { useEffect } from 'preact/hooks';
import { sharedWords } from '../words/shared-words.ts';
import type { CardStanding } from './card-standing.ts';

/** So long it can be taken back. Milliseconds. */
const undoMs = 5_000;

/** In place of the reason: how the card is moved, and that this host wants none. */
export function CardMore(props: {
  standing: CardStanding;
  leaving: boolean;
  setFoot(foot: 'why' | 'leaving'): void;
}) {
  const { standing, leaving, setFoot } = props;
  const words = sharedWords().card;
  useEffect(() => {
    if (!leaving) return;
    const timeout = setTimeout(() => standing.noCard(), undoMs);
    return () => clearTimeout(timeout);
  }, [leaving, standing]);
  return (
    <div class="cardfoot">
      <span class="save" role={leaving ? 'status' : undefined}>
        <span class="cut" title={leaving ? words.noMore : words.move}>
          {leaving ? words.noMore : words.move}
        </span>
      </span>
      <button type="button" class="btn end" onClick={() => setFoot(leaving ? 'why' : 'leaving')}>
        {leaving ? words.undo : words.notHere}
      </button>
    </div>
  );
}
