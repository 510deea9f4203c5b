import { Send, SquareArrowOutUpRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DomRule, RuleFile } from '../../../lib/domain/host/host-rules.ts';
import type { TriedPage } from '../../../lib/domain/host/tried-rule.ts';
import { optionsWords } from '../../words/options-words.ts';
import { described, SettingRow } from '../parts/SettingRow.tsx';
import type { OptionsLink } from '../state/options-link.ts';
import { TriedDocument } from './TriedDocument.tsx';
import { useRulesTrial } from './use-rules-trial.ts';

interface Props {
  link: OptionsLink;
  /** undefined: what is written cannot be used yet. */
  file: RuleFile | undefined;
  connected: readonly string[];
  /** Opens this page in a window of its own; absent where it is there already. */
  beside?: (() => void) | undefined;
}

/** Tries rules on a tab that is open: what each selector finds there, live. */
export function RulesTry({ link, file, connected, beside }: Props) {
  const words = optionsWords().rules;
  const rules = (file?.rules ?? []).filter((rule): rule is DomRule => rule.read === 'dom');
  const { trial, problem, start, stop, choose } = useRulesTrial(link, rules, connected);
  const [typed, setTyped] = useState<string>();
  const offered = [...new Set([...rules.flatMap(originsOf), ...connected])];
  const address = typed ?? offered[0] ?? '';
  const wanting = file === undefined ? words.notYet : rules.length === 0 ? words.noneOfPages : undefined;
  return (
    <section class="try" aria-label={words.tryIt}>
      <h2>{words.tryIt}</h2>
      <p class="lead">{words.lead}</p>
      {beside && (
        <button type="button" class="btn" onClick={beside}>
          <SquareArrowOutUpRight class="i sm" aria-hidden="true" />
          {words.beside}
        </button>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (trial) stop();
          else if (wanting === undefined) void start(address);
        }}
      >
        <SettingRow id="rules-try" label={words.address} hint={words.addressHint} error={problem}>
          <span class="joined asks">
            <input
              {...described('rules-try', words.addressHint, problem)}
              type="text"
              inputMode="url"
              dir="ltr"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              list="rules-try-origins"
              placeholder="https://desk.example.com"
              disabled={trial !== null}
              value={address}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <datalist id="rules-try-origins">
              {offered.map((origin) => (
                <option key={origin} value={origin} />
              ))}
            </datalist>
            <button type="submit" class="btn" disabled={!trial && wanting !== undefined}>
              {!trial && <Send class="i sm" aria-hidden="true" />}
              {trial ? words.stop : words.try}
            </button>
          </span>
        </SettingRow>
      </form>
      {trial && trial.tabs.length > 1 && (
        <SettingRow id="rules-try-tab" label={words.whichTab}>
          <select
            id="rules-try-tab"
            class="in"
            value={trial.tabId}
            onChange={(event) => choose(Number(event.currentTarget.value))}
          >
            {trial.tabs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title || words.untitled(id)}
              </option>
            ))}
          </select>
        </SettingRow>
      )}
      {wanting !== undefined && <p class="quiet">{wanting}</p>}
      {trial && wanting === undefined && trial.pages.length === 0 && !problem && (
        <p class="quiet" role="status">
          {words.loading}
        </p>
      )}
      {wanting === undefined &&
        documentsOf(trial?.pages ?? []).map((page) => <TriedDocument key={page.key} page={page} />)}
    </section>
  );
}

/** The page itself and the frames that a rule can read; where it can read nothing, all that it is for. */
function documentsOf(pages: readonly TriedPage[]): TriedPage[] {
  const reads = ({ rules }: TriedPage) =>
    rules.some(({ reading }) => reading === 'reads' || reading === 'unseen');
  const isFor = ({ rules }: TriedPage) => rules.some(({ reading }) => reading !== 'elsewhere');
  const wanted = pages.some(reads) ? reads : isFor;
  return pages.filter((page) => page.top || wanted(page));
}

/** Addresses that a rule names; those of many hosts name none. */
function originsOf({ where }: DomRule): string[] {
  return where.flatMap(({ host }) => {
    if (host.includes('*')) return [];
    return [`${/^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host) ? 'http' : 'https'}://${host}`];
  });
}
