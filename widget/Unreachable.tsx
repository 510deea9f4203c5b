import { widgetWords } from '../components/words/companion/widget-words.ts';

/** The widget's own server did not answer: nothing can be shown, and the agent can try again. */
export function Unreachable({ onAgain }: { onAgain: () => void }) {
  const words = widgetWords();
  return (
    <p class="widget-notice" role="alert">
      {words.unreachable}{' '}
      <button type="button" class="btn" onClick={onAgain}>
        {words.tryAgain}
      </button>
    </p>
  );
}
