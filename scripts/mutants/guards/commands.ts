import type { Guard } from './guard.ts';

const page = 'lib/extension/page/take-commands.ts';
const worker = 'lib/extension/worker/hosts/ask-hosts.ts';

/** What a host page may be asked, and that it is asked once. */
export const commandGuards: Guard[] = [
  {
    guard: 'host command: an adapter is given each once',
    file: page,
    from: 'const fresh = number > taken;',
    to: 'const fresh = true;',
    tests: ['lib/extension/page/take-commands', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: none is begun later than it is meant',
    file: page,
    from: 'Date.now() > until ? Promise.reject() : ',
    to: '',
    tests: ['lib/extension/page/take-commands', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: what was not declared is refused',
    file: worker,
    from: "if (!page.commands.get(adapter)?.includes(command.data.name)) return notAsked('not-declared');",
    to: '',
    tests: ['lib/extension/worker/hosts/ask-hosts', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: another origin in the same tab is asked nothing',
    file: worker,
    from: 'page?.opened === undefined || page.origin !== origin',
    to: 'page?.opened === undefined',
    tests: ['lib/extension/worker/hosts/ask-hosts'],
  },
  {
    guard: 'host command: what is unknown is not sent again to another life of the page',
    file: worker,
    from: 'of(page).filter(({ instance }) => instance === page.opened?.instance)',
    to: 'of(page)',
    tests: ['lib/extension/worker/hosts/ask-hosts', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: whoever asked is told that it is unknown',
    file: worker,
    from: 'setTimeout(unknown, answerMs)',
    to: 'setTimeout(() => {}, answerMs)',
    tests: ['lib/extension/worker/hosts/ask-hosts', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: no number is given twice',
    file: worker,
    from: 'Math.max(page.asked, upTo, ...asks.map(({ message }) => message.number))',
    to: '0',
    tests: ['lib/extension/worker/hosts/ask-hosts', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: an answer that is none counts for nothing',
    file: worker,
    from: "parsed.success ? parsed.data : { outcome: 'unknown' }",
    to: 'answer as HostOutcome',
    tests: ['lib/extension/worker/hosts/ask-hosts', 'lib/extension/worker/hosts/commands.races'],
  },
  {
    guard: 'host command: so many of one page are under way, and no more',
    file: worker,
    from: "if (of(page).length >= mostUnderWay) return notAsked('too-many');",
    to: '',
    tests: ['lib/extension/worker/hosts/ask-hosts'],
  },
  {
    guard: 'host command: a host that is not allowed is not heard',
    file: 'lib/extension/worker/hosts/serve-host-port.ts',
    from: 'if (page.served && !asks.answered(',
    to: 'if (!asks.answered(',
    tests: ['lib/extension/worker/hosts/serve-host-port'],
  },
];
