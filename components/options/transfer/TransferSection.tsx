import { useState } from 'preact/hooks';
import type { CrmSettings, Settings } from '../../../lib/domain/settings.ts';
import { refusalWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { WrongParts } from '../parts/WrongParts.tsx';
import { neededPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { ReadFile } from '../state/options-link.ts';
import type { SectionProps } from '../state/options-state.ts';
import { bindingOf, sameCrm } from '../state/same-crm.ts';
import { ImportPreview } from './ImportPreview.tsx';

const fileName = 'ringside-settings.json';

/** Settings out to a file and in from one. A credential is never in it. */
export function TransferSection({ link, state, save, say }: SectionProps) {
  const words = optionsWords().transfer;
  const [read, setRead] = useState<{ name: string; file: ReadFile } | null>(null);

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    const text = await chosen.text().catch(() => '');
    const file = link.readFile(text);
    // So that the same file, mended, can be chosen again.
    input.value = '';
    setRead({ name: chosen.name, file });
    say(file.ok ? words.read(chosen.name) : words.unreadable(chosen.name), !file.ok);
  };

  const replace = async (next: Settings): Promise<void> => {
    const before = state.settings;
    const staying = (crm: CrmSettings) =>
      sameCrm(
        crm,
        next.crms.find(({ id }) => id === crm.id),
        link.crms,
      );
    // First: the credential of a former CRM must never meet the address of the next.
    for (const crm of before.crms) if (!staying(crm)) await link.clearCredential(crm.id);
    if (!(await save(() => next, words.imported))) return;
    setRead(null);
    for (const crm of next.crms) {
      const binding = bindingOf(crm, link.crms);
      const kept = await link.loadCredential(crm.id, binding);
      // The key stays, but where it is kept follows the new settings.
      if (kept !== undefined) await link.saveCredential(crm.id, kept, { stay: crm.staySignedIn, binding });
    }
    await link.removeOrigins(unneededPatterns(before, next, link.crms));
    if (!(await link.hasOrigins([...neededPatterns(next, link.crms)]))) say(words.importedInPart);
  };

  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="setrow">
        <span>{words.export}</span>
        <span class="joined">
          <span class="grow">{words.exportHolds}</span>
          <button
            type="button"
            class="btn"
            disabled={state.readOnly}
            onClick={() => {
              download(fileName, link.writeFile(state.settings));
              say(words.exported(fileName));
            }}
          >
            {words.export}
          </button>
        </span>
      </div>
      <div class="setrow">
        <label for="import-file">{words.import}</label>
        <input
          id="import-file"
          class="in file"
          type="file"
          accept=".json,application/json"
          disabled={state.readOnly}
          aria-describedby="import-file-hint"
          onChange={(event) => void choose(event.currentTarget)}
        />
        <small id="import-file-hint">{words.shownFirst}</small>
      </div>
      {read?.file.ok === false && (
        <section class="boxed" aria-label={words.wrongFile}>
          <header>
            <Sign verdict="bad" />
            <span class="what">
              <b>{refusalWords(read.file.reason, 'settings')}</b>
              <small>
                <bdi>{read.name}</bdi> · {words.nothingChanged}
              </small>
            </span>
          </header>
          <WrongParts problems={read.file.problems} />
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
            say(words.notImported);
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
