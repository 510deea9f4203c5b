import type { Guard } from './guard.ts';

const connection = ['lib/extension/worker/crm-connection.test'];
const hostPort = ['lib/extension/worker/hosts/serve-host-port'];
const card = 'lib/extension/page/card-frame.ts';

/** What is kept ready before a call, and what may come after it. */
export const readyGuards: Guard[] = [
  {
    guard: 'ready: a kept workspace is of this sign-in and this version',
    file: 'lib/extension/storage/kept-workspace.ts',
    from: 'kept?.fingerprint === fingerprint && kept.version === version',
    to: 'kept',
    tests: connection,
  },
  {
    guard: 'ready: a workspace is kept only beside a sign-in that stays',
    file: 'lib/extension/storage/kept-workspace.ts',
    from: 'if ((await local.get(credential))[credential] === undefined) return await dropKeptWorkspace(crm, api);',
    to: '',
    tests: connection,
  },
  {
    guard: 'ready: a kept workspace goes with its sign-in',
    file: 'lib/extension/worker/crm-connection.ts',
    from: 'await dropKeptWorkspace(crm, api);',
    to: '',
    tests: connection,
  },
  {
    guard: 'ready: numbers are read anew in another region',
    file: 'lib/engine/connection/workspace-of-crm.ts',
    from: 'if (region !== this.region) this.#parts.onKnown();',
    to: '',
    tests: ['lib/engine/connection/engine.recall'],
  },
  {
    guard: 'ready: nothing is asked before requests are without an origin',
    file: 'lib/extension/worker/crm-connection.ts',
    from: 'await parts.beforeAsking;',
    to: '',
    tests: connection,
  },
  {
    guard: 'ready: a card counts as seen only while it is to be shown',
    file: 'lib/extension/worker/hosts/serve-host-port.ts',
    from: "page.cardSeen = page.card === 'shown';",
    to: 'page.cardSeen = true;',
    tests: hostPort,
  },
  {
    guard: 'ready: a card that the page took away was not seen',
    file: card,
    from: 'if (shown !== undefined && host?.isConnected) onSeen();',
    to: 'onSeen();',
    tests: ['lib/extension/page/card-frame'],
  },
  {
    guard: 'ready: a card that does not answer is given up',
    file: card,
    from: 'timer = isLoaded ? setTimeout(seen) : setTimeout(block, loadWithinMs);',
    to: 'timer = setTimeout(seen);',
    tests: ['lib/extension/page/card-frame'],
  },
  {
    guard: 'ready: a card of before the back-forward cache is not shown',
    file: 'lib/extension/page/run-host-script.ts',
    from: 'card?.hide();\n    link.resumed();',
    to: 'link.resumed();',
    tests: ['lib/extension/page/run-host-script'],
  },
  {
    guard: 'later: an event is acknowledged when it is kept',
    file: 'lib/extension/worker/hosts/keep-handled.ts',
    from: 'Promise.all([chains.get(key), effects])',
    to: 'Promise.all([chains.get(key)])',
    tests: hostPort,
  },
  {
    guard: 'later: a new Port waits for what the former is keeping',
    file: 'lib/extension/worker/hosts/keep-handled.ts',
    from: 'await chains.get(keyOf(page));',
    to: '',
    tests: hostPort,
  },
  {
    guard: 'later: only what begins is held back from a view',
    file: 'lib/extension/messages/only-begins.ts',
    from: "!known.has(key) && resolution.status === 'idle'",
    to: "resolution.status === 'idle'",
    tests: ['lib/extension/worker/surfaces/serve-view-port'],
  },
  {
    guard: 'later: what else changes is told at once',
    file: 'lib/extension/messages/only-begins.ts',
    from: 'names.every((name) => sameData(before[name], after[name]))',
    to: 'true',
    tests: ['lib/extension/worker/surfaces/serve-view-port'],
  },
  {
    guard: 'later: who was notified of is kept at once',
    file: 'lib/extension/worker/surfaces/surfaces.ts',
    from: 'if (plan.notify.length > 0) remember();\n    else rememberLater();',
    to: 'rememberLater();',
    tests: ['lib/extension/worker/surfaces/surfaces'],
  },
  {
    guard: 'later: a late draft is shown to its owner alone',
    file: 'lib/engine/outbox/own-work.ts',
    from: 'if (owner !== this.#liveStore.kept.parties[crm]?.owner) return;',
    to: '',
    tests: ['lib/engine/outbox/late-drafts'],
  },
  {
    guard: 'later: a late draft does not bring back what was typed over',
    file: 'lib/engine/outbox/own-work.ts',
    from: '!this.#saved.has(savedKey(owner, key, name))',
    to: 'name !== undefined',
    tests: ['lib/engine/outbox/late-drafts'],
  },
  {
    guard: 'copies: a lookup leads to whom it named',
    file: 'lib/engine/cache/dexie-contact-cache.ts',
    from: 'const contact = all.get(one.id);',
    to: 'const contact = opened[0];',
    tests: ['lib/engine/cache/dexie-contact-cache'],
  },
  {
    guard: 'shown: two pages of one adapter that disagree are two calls',
    file: 'lib/engine/interactions/interactions.ts',
    from: 'others.filter((one) => one.source.adapter === source.adapter)',
    to: '[]',
    tests: ['lib/engine/interactions/sights'],
  },
  {
    guard: 'ready: nothing is taken up before it is known who is served',
    file: 'lib/extension/worker/hosts/serve-host-port.ts',
    from: 'await Promise.all([parts.engine, known.promise])',
    to: 'await Promise.all([parts.engine])',
    tests: hostPort,
  },
  {
    guard: 'ready: a page gives up a Port that leads nowhere',
    file: 'lib/extension/page/host-link.ts',
    from: "    watch.asked();\n    post({ type: 'open', instance,",
    to: "    post({ type: 'open', instance,",
    tests: ['lib/extension/page/host-link.test'],
  },
];
