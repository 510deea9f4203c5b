/** One member that is not as it should be; undefined: it is not there at all. */
export interface Difference {
  at: string;
  came: unknown;
  right: unknown;
}

/**
 * Where `came` is not what `right` says. Members that `right` does not name may be anything. `null` stands for "none". The
 * order within a list says nothing, its length does.
 */
export function differences(right: unknown, came: unknown, at = ''): Difference[] {
  if (right === null) return came === null || came === undefined ? [] : [{ at, came, right }];
  if (Array.isArray(right)) return holdsAll(right, came) ? [] : [{ at, came, right }];
  if (!isTable(right)) return Object.is(right, came) ? [] : [{ at, came, right }];
  if (!isTable(came)) return [{ at, came, right }];
  return Object.entries(right).flatMap(([key, value]) =>
    differences(value, Object.hasOwn(came, key) ? came[key] : undefined, at === '' ? key : `${at}.${key}`),
  );
}

/** Every one of the list is there, each for itself, and no other. */
function holdsAll(right: readonly unknown[], came: unknown): boolean {
  if (!Array.isArray(came) || came.length !== right.length) return false;
  const left = [...came];
  // The one that asks for most chooses first, so that it is not left with what fits another.
  const wanted = right.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  return wanted.every((one) => {
    const index = left.findIndex((other) => differences(one, other).length === 0);
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Such as `status came unmatched and should have come matched`. */
export function spell({ at, came, right }: Difference): string {
  return `${at || 'it'} came ${word(came)} and should have come ${word(right)}`;
}

function word(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
