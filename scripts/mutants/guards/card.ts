import type { Guard } from './guard.ts';

const spot = ['lib/extension/page/card-spot', 'lib/extension/page/card-frame'];
const hostPort = ['lib/extension/worker/hosts/serve-host-port'];
const drawn = ['components/card/ContactCard'];

/** How the card stands over a page, and who may be told what in which language. */
export const cardGuards: Guard[] = [
  {
    guard: 'card: it leaves the field that is typed into',
    file: 'lib/extension/page/card-spot.ts',
    from: 'return [...field, ...buttons]',
    to: 'return [...buttons]',
    tests: spot,
  },
  {
    guard: 'card: it leaves what answers a call',
    file: 'lib/extension/page/card-spot.ts',
    from: 'return [...field, ...buttons]',
    to: 'return [...field]',
    tests: spot,
  },
  {
    guard: 'card: it stays in the window however far it is dragged',
    file: 'lib/extension/page/card-frame.ts',
    from: 'return Math.max(0, Math.min(distance, most));',
    to: 'return distance;',
    tests: spot,
  },
  {
    guard: 'card: a page places it only while it is shown',
    file: 'lib/extension/worker/hosts/card-of-page.ts',
    from: "page.served && page.frameId === 0 && page.card === 'shown'",
    to: 'page.served && page.frameId === 0',
    tests: hostPort,
  },
  {
    guard: 'card: another interaction has a whole one',
    file: 'lib/extension/worker/surfaces/surfaces.ts',
    from: 'foldedCards.get(tabId) === cards.get(tabId)',
    to: 'foldedCards.has(tabId)',
    tests: ['lib/extension/worker/surfaces/surfaces.test'],
  },
  {
    guard: 'card: a host that wants none has none',
    file: 'lib/extension/worker/surfaces/plan-surfaces.ts',
    from: "settings.surface === 'card' && !unwanted.has(tab.origin)",
    to: "settings.surface === 'card'",
    tests: ['lib/extension/worker/surfaces/plan-surfaces'],
  },
  {
    guard: 'card: it does not fold while it rings, nor under the pointer',
    file: 'components/card/use-folding.ts',
    from: 'if (!talks || isFolded || isAtIt || isBusy || standing === undefined) return;',
    to: 'if (isFolded || isBusy || standing === undefined) return;',
    tests: drawn,
  },
  {
    guard: 'card: the end of a drag presses nothing',
    file: 'components/card/use-dragging.ts',
    from: 'if (!wasDrag) return;',
    to: 'if (true) return;',
    tests: drawn,
  },
  {
    guard: 'words: who asks last is heard',
    file: 'components/words/language/language.ts',
    from: 'there && turn === asked',
    to: 'there',
    tests: ['components/words/language/language.test'],
  },
  {
    guard: 'words: nobody is named aloud where that is set',
    file: 'components/view/state/ring-announcer.ts',
    from: 'isDiscreet() ? kindWords(interaction) : title',
    to: 'title',
    tests: ['components/view/state/ring-announcer'],
  },
  {
    guard: 'search: a slip of the hand chooses nobody',
    file: 'components/view/state/search-store.ts',
    from: "answered: '', contacts, active: -1",
    to: "answered: '', contacts, active: 0",
    tests: ['components/view/search/recent'],
  },
];
