import { useState } from 'preact/hooks';
import type { Settings } from '../../../lib/domain/settings.ts';
import { Sign } from '../parts/Sign.tsx';
import { neededPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { ReadFile } from '../state/options-link.ts';
import type { SectionProps } from '../state/options-state.ts';
import { bindingOf, sameCrm } from '../state/same-crm.ts';
import { ImportPreview } from './ImportPreview.tsx';

/** Settings out to a file and in from one. A credential is never in it. */
export function TransferSection({ link, state, save, say }: SectionProps) {
  const [read, setRead] = useState<{ name: string; file: ReadFile } | null>(null);

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    const text = await chosen.text().catch(() => '');
    const file = link.readFile(text);
    // So that the same file, mended, can be chosen again.
    input.value = '';
    setRead({ name: chosen.name, file });
    say(
      file.ok ? `${chosen.name} was read. Nothing has changed yet.` : `${chosen.name} cannot be imported.`,
      !file.ok,
    );
  };

  const replace = async (next: Settings): Promise<void> => {
    const before = state.settings;
    // First: the credential of the former CRM must never meet the address of the next.
    if (!sameCrm(before.crm, next.crm, link.crms)) await link.clearCredential();
    if (!(await save(() => next, 'The settings were imported.'))) return;
    setRead(null);
    const binding = bindingOf(next.crm, link.crms);
    const kept = await link.loadCredential(binding);
    // The key stays, but where it is kept follows the new settings.
    if (next.crm && kept !== undefined)
      await link.saveCredential(kept, { stay: next.crm.staySignedIn, binding });
    await link.removeOrigins(unneededPatterns(before, next, link.crms));
    if (!(await link.hasOrigins([...neededPatterns(next, link.crms)])))
      say('The settings were imported. Some hosts or the CRM still have to be allowed: see Hosts and CRMs.');
  };

  return (
    <>
      <h1>Import, export</h1>
      <p class="lead">Take the settings to other browsers as a file. The key of the CRM is never in it.</p>
      <div class="setrow">
        <span>Export</span>
        <span class="joined">
          <span class="grow">Hosts, CRM address, view and saved copies, as JSON</span>
          <button
            type="button"
            class="btn"
            disabled={state.readOnly}
            onClick={() => {
              download('ringside-settings.json', link.writeFile(state.settings));
              say('ringside-settings.json was handed to the browser.');
            }}
          >
            Export
          </button>
        </span>
      </div>
      <div class="setrow">
        <label for="import-file">Import</label>
        <input
          id="import-file"
          class="in file"
          type="file"
          accept=".json,application/json"
          disabled={state.readOnly}
          aria-describedby="import-file-hint"
          onChange={(event) => void choose(event.currentTarget)}
        />
        <small id="import-file-hint">What would change is shown first</small>
      </div>
      {read?.file.ok === false && (
        <section class="boxed" aria-label="What is wrong with the file">
          <header>
            <Sign verdict="bad" />
            <span class="what">
              <b>{read.file.reason}</b>
              <small>
                <bdi>{read.name}</bdi> · nothing was changed
              </small>
            </span>
          </header>
          <ul>
            {read.file.problems.map(({ path, expected }) => (
              <li key={path} class="wrongpart">
                <code dir="ltr">{path}</code>
                <span>{expected}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {read?.file.ok && (
        <ImportPreview
          name={read.name}
          now={state.settings}
          next={read.file.settings}
          crms={link.crms}
          replace={(next) => void replace(next)}
          cancel={() => {
            setRead(null);
            say('Nothing was imported.');
          }}
        />
      )}
    </>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
