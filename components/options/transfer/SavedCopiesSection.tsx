import { useState } from 'preact/hooks';
import type { Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { TextSetting } from '../parts/TextSetting.tsx';
import type { SectionProps } from '../state/options-state.ts';

/** The longest that may be chosen. */
const lives: { key: keyof Settings['cache']; max: number }[] = [
  { key: 'freshMinutes', max: 1_440 },
  { key: 'staleHours', max: 168 },
  { key: 'missSeconds', max: 3_600 },
];

/** How long contacts are kept for speed and for when the CRM does not answer, and how to delete them now. */
export function SavedCopiesSection({ link, state, save, say, markUnsaved }: SectionProps) {
  const words = optionsWords().transfer.copies;
  const [asking, setAsking] = useState(false);
  const clear = async (): Promise<void> => {
    setAsking(false);
    await link.clearCache().then(
      () => say(words.deleted),
      () => say(words.notDeleted, true),
    );
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {lives.map(({ key, max }) => (
        <TextSetting
          key={key}
          id={`cache-${key}`}
          label={words[key]}
          hint={words[`${key}Hint`]}
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
          {words.deleteNow}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={words.askDelete}
          action={words.delete}
          confirm={() => void clear()}
          cancel={() => setAsking(false)}
        >
          {words.deleteMeans}
        </ConfirmDialog>
      )}
    </>
  );
}

function checkNumber(typed: string, max: number) {
  const value = Number(typed.trim());
  return typed.trim() !== '' && value >= 0 && value <= max
    ? ({ ok: true, value: String(value) } as const)
    : ({ ok: false, message: optionsWords().transfer.copies.numberUpTo(max) } as const);
}
