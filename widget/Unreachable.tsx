/** The widget's own server did not answer: nothing can be shown, and the agent can try again. */
export function Unreachable({ onAgain }: { onAgain: () => void }) {
  return (
    <p class="widget-notice" role="alert">
      The companion server does not answer.{' '}
      <button type="button" class="btn" onClick={onAgain}>
        Try again
      </button>
    </p>
  );
}
