import type { CrmDefinition } from './crm-definition.ts';
import type { Problem } from './crm-definition-templates.ts';

/** A list in pages must say how the next is asked for, and every search of it must ask that way. */
export function checkLists({ list, search, identifiers }: CrmDefinition): Problem[] {
  const { pages, request } = list;
  if (!pages) return [];
  const at = ['list', 'pages'];
  if (pages.by === 'cursor' || pages.by === 'address') {
    const told = pages.next !== undefined || (pages.link && pages.by === 'address');
    if (!told) return [{ path: at, expected: ['next-or-link'] }];
  }
  if (pages.by === 'address') return [];
  const named = (value: unknown) => JSON.stringify(value)?.includes(`{${pages.by}`);
  const searches = [
    ...[search ?? []].flat().map((change) => ({ change, at: ['search'] as PropertyKey[] })),
    ...Object.entries(identifiers).flatMap(([kind, one]) =>
      (one?.find ?? []).map((change, index) => ({ change, at: ['identifiers', kind, 'find', index] })),
    ),
  ];
  if (named(request)) return [];
  return searches
    .filter(({ change }) => !named(change))
    .map((one) => ({ path: one.at, expected: ['request-with', pages.by] as const }));
}
