import { useEffect, useState } from 'preact/hooks';
import { hostSettingsSchema } from '../../../lib/domain/settings.ts';
import { matchPattern } from '../../../lib/domain/text/safe-origin.ts';
import { optionsWords } from '../../words/options-words.ts';
import { described, SettingRow } from '../parts/SettingRow.tsx';
import type { SectionProps } from '../state/options-state.ts';
import { readAddress } from '../state/read-address.ts';

/** Connects one more host: its address, the browser's permission for it alone, then the settings. */
export function ConnectHost({ link, state, save, say, markUnsaved }: SectionProps) {
  const words = optionsWords().hosts;
  const hint = words.addressHint;
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [open, setOpen] = useState<string[]>([]);
  const connected = state.settings.hosts.map(({ origin }) => origin);
  const unsaved = typed.trim() !== '';

  useEffect(() => markUnsaved('host-address', unsaved), [unsaved, markUnsaved]);
  useEffect(() => void link.openOrigins().then(setOpen, () => setOpen([])), [link]);

  // No await before requestOrigins: browsers ask only in the very turn of a click.
  const connect = async (): Promise<void> => {
    const address = readAddress(typed);
    const problem = address.ok ? connected.includes(address.origin) && words.already : address.message;
    setError(problem || undefined);
    if (problem || !address.ok) return;
    const { origin } = address;
    const allowed = await link.requestOrigins([matchPattern(origin)]).catch(() => false);
    if (!allowed) return say(words.refused(origin), true);
    const host = hostSettingsSchema.parse({ origin });
    const saved = await save(
      (settings) => ({
        ...settings,
        hosts: [...settings.hosts.filter((each) => each.origin !== origin), host],
      }),
      words.connectedNow(origin),
    );
    if (saved) setTyped('');
  };

  return (
    <form
      class="setgroup"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <SettingRow id="host-address" label={words.address} hint={hint} error={error}>
        <span class="joined">
          <input
            {...described('host-address', hint, error)}
            type="text"
            inputMode="url"
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            list="open-origins"
            placeholder="https://desk.example.com"
            disabled={state.readOnly}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id="open-origins">
            {open
              .filter((origin) => !connected.includes(origin))
              .map((origin) => (
                <option key={origin} value={origin} />
              ))}
          </datalist>
          <button type="submit" class="btn main" disabled={state.readOnly}>
            {words.connect}
          </button>
        </span>
      </SettingRow>
    </form>
  );
}
