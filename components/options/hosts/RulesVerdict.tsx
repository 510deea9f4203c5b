import type { ReadRuleFile } from '../../../lib/domain/host/host-rules-problems.ts';
import { lineOfPart } from '../../../lib/domain/text/line-of-part.ts';
import { refusalWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { WrongParts } from '../parts/WrongParts.tsx';

interface Props {
  id: string;
  text: string;
  read: ReadRuleFile;
  goTo(line: number): void;
}

/** Whether rules can be used, or where they are wrong and at which line. Changes as they are typed. */
export function RulesVerdict({ id, text, read, goTo }: Props) {
  const { hosts, rules: words } = optionsWords();
  return (
    <section class="boxed judged" aria-label={read.ok ? words.usable(read.file.label) : hosts.rules.wrong}>
      <header id={id}>
        <Sign verdict={read.ok ? 'ok' : 'bad'} />
        <span class="what">
          <b>{read.ok ? words.usable(read.file.label) : refusalWords(read.reason, 'rules')}</b>
          {read.ok && <small>{words.counts(read.file.rules.length)}</small>}
        </span>
      </header>
      {!read.ok && read.problems.length > 0 && (
        <WrongParts problems={read.problems} lineOf={(path) => lineOfPart(text, path)} goTo={goTo} />
      )}
    </section>
  );
}
