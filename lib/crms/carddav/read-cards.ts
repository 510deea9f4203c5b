import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CardsRead, Dav } from './dav.ts';

/** To find one card among a hundred, and another beside it. What fails more often in a row is the server. */
const mostFailures = 12;

/**
 * The cards of these names, a hundred at most. An answer that cannot be read, such as one that is no XML for a sign in one of them, or too large for
 * their pictures, is asked for in halves, until only what is odd is left out. Throws `bad-reply` where nothing can be read, and
 * the server answers nothing else either.
 */
export async function readCards(
  dav: Pick<Dav, 'cards' | 'book'>,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<CardsRead> {
  const all: CardsRead = { cards: [], unread: [] };
  let failures = 0;
  let isSound = false;

  async function read(some: readonly string[]): Promise<void> {
    try {
      const { cards, unread } = await dav.cards(some, signal);
      failures = 0;
      isSound = true;
      all.cards.push(...cards);
      all.unread.push(...unread);
    } catch (error) {
      failures += 1;
      if (!isUnreadable(error) || failures > mostFailures) throw error;
      if (some.length === 1) {
        all.unread.push(...some);
        return;
      }
      const half = Math.ceil(some.length / 2);
      await read(some.slice(0, half));
      await read(some.slice(half));
    }
  }

  await read(names);
  // A page of something else in between answers whatever is asked alike.
  if (!isSound) await dav.book(signal);
  return all;
}

function isUnreadable(error: unknown): boolean {
  return error instanceof CrmError && error.safe.code === 'bad-reply';
}
