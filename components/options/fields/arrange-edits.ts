import type { Arrangement } from '../../../lib/domain/fields/arrangement.ts';

/** Where a field stands: the index of its section, or the number of sections for those shown nowhere, and its place in it. */
export interface FieldPlace {
  list: number;
  index: number;
}

type Section = Arrangement['sections'][number];

/** The fields of every section, and those shown nowhere as the last list. */
export function fieldLists({ sections, hidden }: Arrangement): string[][] {
  return [...sections.map(({ fields }) => fields), hidden];
}

/** Puts the field at `from` to where `to` is before anything has moved. */
export function placeField(arrangement: Arrangement, from: FieldPlace, to: FieldPlace): Arrangement {
  const lists = fieldLists(arrangement).map((list) => [...list]);
  const [source, target] = [lists[from.list], lists[to.list]];
  const key = source?.[from.index];
  if (!source || !target || key === undefined) return arrangement;
  source.splice(from.index, 1);
  // A section shows a field once; what stood in another as well stays there.
  if (source !== target && target.includes(key)) return withLists(arrangement, lists);
  target.splice(source === target && from.index < to.index ? to.index - 1 : to.index, 0, key);
  return withLists(arrangement, lists);
}

/** One up or down, at the edge of a section into the next one; the same place where there is none. */
export function nextPlace(arrangement: Arrangement, { list, index }: FieldPlace, step: 1 | -1): FieldPlace {
  const lists = fieldLists(arrangement);
  const here = lists[list] ?? [];
  if (step === -1 && index > 0) return { list, index: index - 1 };
  // Behind the one that follows.
  if (step === 1 && index < here.length - 1) return { list, index: index + 2 };
  const next = lists[list + step];
  return next ? { list: list + step, index: step === 1 ? 0 : next.length } : { list, index };
}

export function changeSection(
  arrangement: Arrangement,
  index: number,
  change: Partial<Section>,
): Arrangement {
  const sections = arrangement.sections.map((section, at) =>
    at === index ? { ...section, ...change } : section,
  );
  return { ...arrangement, sections };
}

export function moveSection(arrangement: Arrangement, index: number, step: 1 | -1): Arrangement {
  const sections = [...arrangement.sections];
  const [moved] = sections.splice(index, 1);
  if (!moved || index + step < 0 || index + step > sections.length) return arrangement;
  sections.splice(index + step, 0, moved);
  return { ...arrangement, sections };
}

export function addSection(arrangement: Arrangement, label: string): Arrangement {
  const taken = new Set(arrangement.sections.map(({ id }) => id));
  let number = arrangement.sections.length + 1;
  while (taken.has(`section-${number}`)) number += 1;
  const section = { id: `section-${number}`, label, fields: [] };
  return { ...arrangement, sections: [...arrangement.sections, section] };
}

/** Its fields go to the end of the section before it, or of the one behind. The last one stays. */
export function removeSection(arrangement: Arrangement, index: number): Arrangement {
  const removed = arrangement.sections[index];
  const others = arrangement.sections.filter((section) => section !== removed);
  const heir = others[Math.max(0, index - 1)];
  if (!removed || !heir) return arrangement;
  const fields = [...new Set([...heir.fields, ...removed.fields])];
  return { ...arrangement, sections: others.map((one) => (one === heir ? { ...one, fields } : one)) };
}

export function changeField(
  arrangement: Arrangement,
  key: string,
  change: { reduced?: boolean; onCreate?: boolean },
): Arrangement {
  const fields = { ...arrangement.fields, [key]: { ...arrangement.fields[key], ...change } };
  return { ...arrangement, fields };
}

function withLists(arrangement: Arrangement, lists: string[][]): Arrangement {
  const shown = new Set(lists.slice(0, -1).flat());
  return {
    ...arrangement,
    sections: arrangement.sections.map((section, index) => ({ ...section, fields: lists[index] ?? [] })),
    // Shown in one section it is not hidden, though it was taken out of another.
    hidden: [...new Set(lists.at(-1))].filter((key) => !shown.has(key)),
  };
}
