/** How people type one number. */
export const spellings = ['E.164', 'national', 'spaces', 'dots', '00'] as const;
export type Spelling = (typeof spellings)[number];

/**
 * A French number in one of the five spellings. `national` has nine digits, without the trunk prefix. Those that begin with
 * 19900 are kept for fiction: they are nobody's (Arcep, decision 2018-0881).
 */
export function spelled(national: string, spelling: Spelling): string {
  const pairs = `0${national}`.match(/../g) ?? [];
  switch (spelling) {
    case 'E.164':
      return `+33${national}`;
    case 'national':
      return `0${national}`;
    case 'spaces':
      return `+33 ${national.slice(0, 1)} ${pairs.slice(1).join(' ')}`;
    case 'dots':
      return pairs.join('.');
    case '00':
      return `0033${national}`;
  }
}
