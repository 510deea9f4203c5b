import type { Guard } from './guard.ts';

const keys = ['lib/extension/worker/surfaces/listen-to-commands'];
const viewPort = 'lib/extension/worker/surfaces/serve-view-port.ts';
const viewPorts = ['lib/extension/worker/surfaces/serve-view-port'];
const editing = ['components/view/edit.test'];
const keyboard = ['components/view/keyboard.test'];

/** What an agent has at hand: keys, the record in the CRM, values to be copied and changed. */
export const handGuards: Guard[] = [
  {
    guard: 'hand: a key drops no match that came to the front a moment ago',
    file: 'lib/extension/worker/surfaces/listen-to-commands.ts',
    from: 'now() - frontSince < quietMs ||',
    to: '',
    tests: keys,
  },
  {
    guard: 'hand: a key drops no match that nobody sees',
    file: 'lib/extension/worker/surfaces/listen-to-commands.ts',
    from: '!parts.isShown(live.key)',
    to: 'false',
    tests: keys,
  },
  {
    guard: 'hand: the search goes to no other window',
    file: viewPort,
    from: 'wanted.windowId !== windowId ||',
    to: '',
    tests: viewPorts,
  },
  {
    guard: 'hand: the search is not put into a panel that opens later',
    file: viewPort,
    from: '|| Date.now() > wanted.until',
    to: '',
    tests: viewPorts,
  },
  {
    guard: 'hand: a record is opened at a safe address only',
    file: 'lib/domain/text/record-url.ts',
    from: '|| !safeOrigin(address).ok',
    to: '',
    tests: ['lib/domain/text/record-url.test', 'lib/engine/connection/qualified-crm.test'],
  },
  {
    guard: 'hand: single keys can be switched off',
    file: 'components/view/state/use-shortcuts.ts',
    from: 'if (!isEscape && !singleKeys.peek()) return;',
    to: '',
    tests: keyboard,
  },
  {
    guard: 'hand: a sign on another keyboard is no letter of ours',
    file: 'components/view/state/use-shortcuts.ts',
    from: 'if (place?.[1] !== undefined && !/\\p{L}/u.test(key)) return undefined;',
    to: '',
    tests: keyboard,
  },
  {
    guard: 'hand: what is not whole here is not edited',
    file: 'components/view/state/edited-value.ts',
    from: "if (isCutField(field, contact)) return 'cut';",
    to: '',
    tests: editing,
  },
  {
    guard: 'hand: one of several numbers is changed, and no other',
    file: 'components/view/state/edited-value.ts',
    from: '(which === undefined || (value === which.value && scope === which.scope))',
    to: 'true',
    tests: editing,
  },
  {
    guard: 'hand: thousands are in threes, or it is no number',
    file: 'lib/domain/fields/typed-value.ts',
    from: 'if (!isGrouped(whole)) return undefined;',
    to: '',
    tests: ['lib/domain/fields/typed-value.test'],
  },
  {
    guard: 'hand: a CRM that says nothing of it is not quoted with never',
    file: 'components/words/spoke-words.ts',
    from: 'capabilitiesOf(connection).tellsLastInteraction ? { before: words.never } : undefined',
    to: '{ before: words.never }',
    tests: ['components/view/fields/data-at-hand.test'],
  },
  {
    guard: 'hand: only pages that were open before are loaded anew',
    file: 'lib/extension/worker/hosts/reload-late.ts',
    from: '&& page.opened?.late === true',
    to: '',
    tests: ['lib/extension/worker/hosts/reload-late.test'],
  },
  {
    guard: 'hand: what was begun of a number keeps its row when that is gone',
    file: 'components/view/state/edited-value.ts',
    from: 'return [...standing, ...gone];',
    to: 'return standing;',
    tests: editing,
  },
  {
    guard: 'hand: nothing unseen is copied',
    file: 'components/view/fields/copied-text.ts',
    from: 'safeText(String(value), valueLimits.text)',
    to: 'String(value)',
    tests: ['components/view/fields/data-at-hand.test'],
  },
  {
    guard: 'hand: what could be thousands is not guessed',
    file: 'lib/domain/fields/typed-value.ts',
    from: 'if (isOnly && mark !== decimal && after.length === 3) return undefined;',
    to: '',
    tests: ['lib/domain/fields/typed-value.test'],
  },
  {
    guard: 'hand: one test call at a time',
    file: 'lib/extension/worker/hosts/test-call.ts',
    from: '|| rings) return;',
    to: ') return;',
    tests: ['lib/extension/worker/hosts/test-call.test'],
  },
];
