import type { ComponentChildren } from 'preact';
import { optionsWords } from '../words/options-words.ts';
import type { OptionsState } from './state/options-state.ts';

/** The three steps of the panel, so that whoever was sent here sees how far they are and what comes next. */
export function FirstSteps({ state, over }: { state: OptionsState; over: boolean }) {
  const texts = optionsWords().steps;
  const { crms, hosts } = state.settings;
  const done = [state.signedIn.size > 0, hosts.length > 0, over];
  if (over && crms.length > 0 && hosts.length > 0) return null;
  const next = done.indexOf(false);
  const step = (index: number, words: ComponentChildren) => (
    <li
      class={done[index] ? 'is-done' : index === next ? 'is-next' : ''}
      aria-current={index === next ? 'step' : undefined}
    >
      {words}
      {done[index] && <span class="hide">{texts.done}</span>}
    </li>
  );
  return (
    <ol class="firststeps" aria-label={texts.list}>
      {step(0, <a href="#crms">{texts.crm}</a>)}
      {step(1, <a href="#hosts">{texts.host}</a>)}
      {step(2, texts.call)}
    </ol>
  );
}
