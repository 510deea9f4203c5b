/**
 * A worker answers the first message on a Port, and each that keeps it awake, within milliseconds. A Port that is opened in
 * the moment in which the browser kills the worker may lead nowhere, and its `onDisconnect` never comes.
 */
const answerMs = 2_000;

/** Calls `onSilence` where an answer that is asked for does not come in time. */
export interface AnswerWatch {
  asked(): void;
  answered(): void;
}

export function createAnswerWatch(onSilence: () => void, ms = answerMs): AnswerWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answered = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    asked() {
      timer ??= setTimeout(() => {
        timer = undefined;
        onSilence();
      }, ms);
    },
    answered,
  };
}
