import { Plus } from 'lucide-preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { arrangeWorkspace, completeArrangement } from '../../../lib/domain/fields/arrange-workspace.ts';
import { type Arrangement, arrangementSchema } from '../../../lib/domain/fields/arrangement.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { sectionName } from '../../words/workspace-words.ts';
import { sameJson } from '../parts/same-json.ts';
import { putCrm } from '../state/crm-list.ts';
import type { SectionProps } from '../state/options-state.ts';
import { ArrangedHidden } from './ArrangedHidden.tsx';
import { ArrangedSection } from './ArrangedSection.tsx';
import { addSection, type FieldPlace, fieldLists, nextPlace, placeField } from './arrange-edits.ts';
import type { ArrangeHand } from './arrange-hand.ts';
import { FieldsPreview } from './FieldsPreview.tsx';

interface Props extends SectionProps {
  crm: CrmSettings;
  /** As the CRM says it. */
  workspace: Workspace;
  /** Of the CRM. */
  label: string;
  /** The CRM's own administrators arrange it, for every agent. */
  arrangedThere: boolean;
  /** As it was arranged and not saved yet; null: as it is saved. */
  edited: Arrangement | null;
  setEdited(next: Arrangement | null): void;
}

/** Sections and fields to move and name, and beside them the view as agents will see it. */
export function FieldsEditor(props: Props) {
  const { crm, workspace, label, arrangedThere, edited, setEdited, state, save, say } = props;
  const { fields: words, ...page } = optionsWords();
  const kept = crm.arrangement;
  const saved = useMemo(() => named(completeArrangement(workspace, kept)), [workspace, kept]);
  const [dragged, setDragged] = useState<FieldPlace | null>(null);
  const arrangement = edited ?? saved;
  const unsaved = edited !== null;
  const change = (next: Arrangement): void => setEdited(sameJson(next, saved) ? null : next);
  const shown = useMemo(() => arrangeWorkspace(workspace, arrangement), [workspace, arrangement]);
  const { focus, focusNext } = useFocusAfter(arrangement);

  const names = new Map(workspace.fields.map((field) => [field.key, field]));
  const listName = (list: number): string => arrangement.sections[list]?.label ?? words.notShown;
  const move = (from: FieldPlace, to: FieldPlace): void => {
    const next = placeField(arrangement, from, to);
    const key = fieldLists(arrangement)[from.list]?.[from.index] ?? '';
    const list = fieldLists(next)[to.list] ?? [];
    change(next);
    focusNext(`grip-${to.list}-${key}`);
    const label = names.get(key)?.label ?? key;
    say(words.movedTo(label, list.indexOf(key) + 1, list.length, listName(to.list)));
  };
  const hand: ArrangeHand = {
    arrangement,
    fields: names,
    disabled: state.readOnly,
    dragged,
    drag: setDragged,
    change,
    move,
    step: (from, step) => move(from, nextPlace(arrangement, from, step)),
    focus,
    focusNext,
  };

  const saveNow = async (): Promise<void> => {
    const wrong = arrangement.sections.findIndex((section) => section.label.trim() === '');
    if (wrong !== -1) {
      focus(`section-${wrong}`);
      return say(words.nameless, true);
    }
    const parsed = arrangementSchema.safeParse(arrangement);
    if (!parsed.success) return say(words.tooMany, true);
    if (await keep(parsed.data, words.saved)) setEdited(null);
  };
  const reset = async (): Promise<void> => {
    if (await keep(undefined, words.isBack(label))) setEdited(null);
  };
  const keep = (next: Arrangement | undefined, done: string): Promise<boolean> =>
    save((settings) => {
      const saved = settings.crms.find(({ id }) => id === crm.id);
      if (saved === undefined) return settings;
      const { arrangement: _, ...plain } = saved;
      return { ...settings, crms: putCrm(settings.crms, { ...plain, ...(next && { arrangement: next }) }) };
    }, done);

  return (
    <form
      class="arrange"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
    >
      <div class="arrangement">
        {arrangedThere && (
          <p class="boxed none">{kept ? words.arrangedThereOwn(label) : words.arrangedThere(label)}</p>
        )}
        {arrangement.sections.map((section, index) => (
          <ArrangedSection
            key={section.id}
            section={section}
            index={index}
            hand={hand}
            campaigns={workspace.campaigns}
          />
        ))}
        <div class="addsection">
          <button
            type="button"
            class="btn"
            disabled={state.readOnly}
            onClick={() => {
              change(addSection(arrangement, words.newSection));
              focusNext(`section-${arrangement.sections.length}`);
            }}
          >
            <Plus class="i sm" aria-hidden="true" />
            {words.addSection}
          </button>
        </div>
        <ArrangedHidden hand={hand} />
        <div class="finish">
          <button type="submit" class="btn main" disabled={state.readOnly}>
            {page.save}
          </button>
          {unsaved && (
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                setEdited(null);
                say(page.discarded);
              }}
            >
              {page.discard}
            </button>
          )}
          {kept && (
            <button
              type="button"
              class="btn plain apart"
              disabled={state.readOnly}
              onClick={() => void reset()}
            >
              {words.backTo(label)}
            </button>
          )}
        </div>
      </div>
      <FieldsPreview workspace={shown} crm={label} />
    </form>
  );
}

/** With names that the reader understands. */
function named(arrangement: Arrangement): Arrangement {
  const sections = arrangement.sections.map((section) => ({ ...section, label: sectionName(section) }));
  return { ...arrangement, sections };
}

/** Gives the focus to an element by its id, at once or once the next arrangement is drawn: what moves keeps it. */
function useFocusAfter(arrangement: Arrangement) {
  const next = useRef('');
  const focus = (id: string): void => document.getElementById(id)?.focus();
  // A new arrangement is what it waits for.
  useLayoutEffect(() => {
    if (next.current !== '') focus(next.current);
    next.current = '';
  }, [arrangement]);
  return {
    focus,
    focusNext: (id: string) => {
      next.current = id;
    },
  };
}
