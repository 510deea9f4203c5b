import { Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CrmConnector, CrmContext } from '../../../lib/crms/crm.ts';
import { readCrmDefinition } from '../../../lib/domain/crm/crm-definition-problems.ts';
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

const words: Record<TriedKind, { label: string; placeholder: string }> = {
  phone: { label: 'Phone number', placeholder: '+44 20 7946 0123' },
  email: { label: 'E-mail address', placeholder: 'name@example.com' },
  id: { label: 'ContactID', placeholder: 'As the CRM numbers it' },
  text: { label: 'Text search', placeholder: 'Part of a name' },
  who: { label: 'Who is signed in', placeholder: '' },
};

/** Tries a definition on the CRM itself: the request as sent, the reply, and the contact that is made of it. */
export function RestTry({ connector, definition, region, prepare }: Props) {
  const [kind, setKind] = useState<TriedKind>('phone');
  const [text, setText] = useState('');
  const [running, setRunning] = useState(false);
  const { tried, run, forget } = useTry();
  const read = readCrmDefinition(definition);

  const tryNow = async (): Promise<void> => {
    const context = await prepare();
    if (!context) return;
    setRunning(true);
    await run(connector, context, { kind, text, region: region.trim().toUpperCase() });
    setRunning(false);
  };

  return (
    <section class="try" aria-label="Try it">
      <h2>Try it</h2>
      <p class="lead">
        Asks the CRM as an interaction would, and shows what passed. Nothing is changed there, and nothing of
        it is kept.
      </p>
      <SettingRow id="try-text" label="Look for">
        <div class="joined asks">
          <select
            class="in"
            aria-label="By what"
            value={kind}
            onChange={(event) => {
              // Its options are these.
              setKind(event.currentTarget.value as TriedKind);
              forget();
            }}
          >
            {triedKinds.map((one) => (
              <option key={one} value={one}>
                {words[one].label}
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
              placeholder={words[kind].placeholder}
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
            {running ? 'Trying' : 'Try'}
          </button>
        </div>
      </SettingRow>
      {tried && (
        <div class="tried">
          <div class="wire">
            <h3>Sent and answered</h3>
            {tried.exchanges.length === 0 && <p class="quiet">Nothing was sent.</p>}
            {tried.exchanges.map((exchange) => (
              <RestExchange key={exchange.id} exchange={exchange} ended={tried.outcome !== undefined} />
            ))}
          </div>
          <div class="made" aria-live="polite">
            <h3>What Ringside makes of it</h3>
            {tried.outcome ? (
              <RestOutcome outcome={tried.outcome} definition={read.ok ? read.definition : undefined} />
            ) : (
              <p class="quiet">Waiting for the CRM…</p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
