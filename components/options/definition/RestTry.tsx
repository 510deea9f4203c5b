import { Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CrmConnector, CrmContext } from '../../../lib/crms/crm.ts';
import { readCrmDefinition } from '../../../lib/domain/crm/crm-definition-problems.ts';
import { optionsWords } from '../../words/options-words.ts';
import { SettingRow } from '../parts/SettingRow.tsx';
import { type TriedKind, triedKinds } from '../state/try-crm.ts';
import { RestExchange } from './RestExchange.tsx';
import { RestOutcome } from './RestOutcome.tsx';
import { useTry } from './use-try.ts';

interface Props {
  connector: CrmConnector;
  definition: string;
  region: string;
  /** What the form says, once it is right and the browser allows the addresses; runs straight from a click. */
  prepare(): Promise<CrmContext<unknown> | undefined>;
}

/** Tries a definition on the CRM itself: the request as sent, the reply, and the contact that is made of it. */
export function RestTry({ connector, definition, region, prepare }: Props) {
  const [kind, setKind] = useState<TriedKind>('phone');
  const [text, setText] = useState('');
  const [running, setRunning] = useState(false);
  const { tried, run, forget } = useTry();
  const read = readCrmDefinition(definition);
  const words = optionsWords().definition;

  const tryNow = async (): Promise<void> => {
    const context = await prepare();
    if (!context) return;
    setRunning(true);
    await run(connector, context, { kind, text, region: region.trim().toUpperCase() });
    setRunning(false);
  };

  return (
    <section class="try" aria-label={words.tryIt}>
      <h2>{words.tryIt}</h2>
      <p class="lead">{words.lead}</p>
      <SettingRow id="try-text" label={words.lookFor}>
        <div class="joined asks">
          <select
            class="in"
            aria-label={words.byWhat}
            value={kind}
            onChange={(event) => {
              // Its options are these.
              setKind(event.currentTarget.value as TriedKind);
              forget();
            }}
          >
            {triedKinds.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one].label}
              </option>
            ))}
          </select>
          {kind !== 'who' && (
            <input
              id="try-text"
              class="in"
              type="text"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              placeholder={words.kinds[kind].placeholder}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Else the form would be saved.
                event.preventDefault();
                void tryNow();
              }}
            />
          )}
          <button
            type="button"
            class="btn"
            aria-busy={running}
            disabled={kind !== 'who' && text.trim() === ''}
            onClick={() => void tryNow()}
          >
            <Send class="i sm" aria-hidden="true" />
            {running ? words.trying : words.try}
          </button>
        </div>
      </SettingRow>
      {tried && (
        <div class="tried">
          <div class="wire">
            <h3>{words.sentAndAnswered}</h3>
            {tried.exchanges.length === 0 && <p class="quiet">{words.nothingSent}</p>}
            {tried.exchanges.map((exchange) => (
              <RestExchange key={exchange.id} exchange={exchange} ended={tried.outcome !== undefined} />
            ))}
          </div>
          <div class="made" aria-live="polite">
            <h3>{words.made}</h3>
            {tried.outcome ? (
              <RestOutcome outcome={tried.outcome} definition={read.ok ? read.definition : undefined} />
            ) : (
              <p class="quiet">{words.waiting}</p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
