import { useState } from 'preact/hooks';
import type { Settings } from '../../../lib/domain/settings.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { TextSetting } from '../parts/TextSetting.tsx';
import type { SectionProps } from '../state/options-state.ts';

const lives: { key: keyof Settings['cache']; label: string; hint: string; max: number }[] = [
  {
    key: 'freshMinutes',
    label: 'Fresh, in minutes',
    hint: 'Until then a copy is shown without asking the CRM again. 0 asks every time.',
    max: 1_440,
  },
  {
    key: 'staleHours',
    label: 'Kept, in hours',
    hint: 'Until then a copy is shown at once and marked with its age, while the CRM is asked. Then it is deleted.',
    max: 168,
  },
  {
    key: 'missSeconds',
    label: 'Not found, in seconds',
    hint: 'How long Ringside remembers that the CRM knows nobody with a number.',
    max: 3_600,
  },
];

/** How long contacts are kept for speed and for when the CRM does not answer, and how to delete them now. */
export function SavedCopiesSection({ link, state, save, say, markUnsaved }: SectionProps) {
  const [asking, setAsking] = useState(false);
  const clear = async (): Promise<void> => {
    setAsking(false);
    await link.clearCache().then(
      () => say('The saved copies are deleted.'),
      () =>
        say(
          'The saved copies could not be deleted. Close the browser: then they cannot be read any more.',
          true,
        ),
    );
  };
  return (
    <>
      <h1>Saved copies</h1>
      <p class="lead">
        Ringside keeps copies of contacts it has read, encrypted, so that they show at once and when the CRM
        does not answer. They cannot be read after signing out or after the browser was closed.
      </p>
      {lives.map(({ key, label, hint, max }) => (
        <TextSetting
          key={key}
          id={`cache-${key}`}
          label={label}
          hint={hint}
          numeric
          value={String(state.settings.cache[key])}
          disabled={state.readOnly}
          check={(typed) => checkNumber(typed, max)}
          save={(value) =>
            save((settings) => ({ ...settings, cache: { ...settings.cache, [key]: Number(value) } }))
          }
          markUnsaved={markUnsaved}
        />
      ))}
      <div class="finish">
        <button type="button" class="btn" onClick={() => setAsking(true)}>
          Delete saved copies now
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title="Delete the saved copies?"
          action="Delete"
          confirm={() => void clear()}
          cancel={() => setAsking(false)}
        >
          Nothing in the CRM changes. Contacts are read from it again when they are needed.
        </ConfirmDialog>
      )}
    </>
  );
}

function checkNumber(typed: string, max: number) {
  const value = Number(typed.trim());
  return typed.trim() !== '' && value >= 0 && value <= max
    ? ({ ok: true, value: String(value) } as const)
    : ({ ok: false, message: `A number from 0 to ${max}.` } as const);
}
