import { BadCase, type Case, readAs, readCase } from './format/case-file.ts';
import type { Check } from './format/check.ts';
import { type Difference, differences } from './format/differences.ts';

export interface CaseResult {
  path: string;
  /** The file's name where its case cannot be read. */
  id: string;
  class: string;
  ok: boolean;
  /** Why it could not be run at all. */
  problem?: string;
  /** `way` where the same was asked in several. */
  differences: (Difference & { way?: string })[];
}

/** Runs the case in a file. What goes wrong is a result too: nothing is thrown. */
export async function runCase(path: string, checks: Record<string, Check>): Promise<CaseResult> {
  const name = path.replace(/^.*[\\/]/, '').replace(/\.json$/, '');
  let found: Case | undefined;
  try {
    found = await readCase(path);
    const wrong = await judge(found, checks);
    return { path, id: found.id, class: found.class, ok: wrong.length === 0, differences: wrong };
  } catch (error) {
    const problem = error instanceof BadCase ? error.message : `it broke: ${told(error)}`;
    return { path, id: found?.id ?? name, class: found?.class ?? '', ok: false, problem, differences: [] };
  }
}

async function judge(
  { check, right }: Case,
  checks: Record<string, Check>,
): Promise<CaseResult['differences']> {
  const { type } = check;
  const known = Object.hasOwn(checks, type) ? checks[type] : undefined;
  if (!known) throw new BadCase(`no check is of type ${type}; there are ${Object.keys(checks).join(', ')}`);
  if (Object.keys(right).length === 0)
    throw new BadCase('right says nothing, so that nothing could be wrong');
  const ways = await known.run(readAs(known.input, check, `its check is none of type ${type}`));
  return ways.flatMap(({ way, came, wrong = [] }) =>
    [...wrong, ...differences(right, came)].map((one) => (way === '' ? one : { ...one, way })),
  );
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
