import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostRule } from '../../domain/host/host-rules.ts';
import type { HostAdapter, HostExample } from '../host.ts';
import { createKeptLives } from '../rules/rows/kept-lives.ts';
import { numberPlaces } from '../rules/rows/number-places.ts';
import { createRowLives, type RowLives } from '../rules/rows/row-lives.ts';
import { watchRows } from '../rules/rows/watch-rows.ts';

const livesOf = createKeptLives<RowLives>();

/** Pages that only show their calls and chats, read as a host rule says (docs/host-rules.md). */
const adapter: HostAdapter = {
  id: 'dom-rules',
  label: 'Page rules',
  rank: 10,
  contactId: 'contract',
  start({ emit, signal, window, options, report, count }) {
    const all = livesOf(window);
    const rules = (options.rules ?? []).filter((rule) => rule.read === 'dom');
    const tell = (interactions: HostInteraction[]) => {
      for (const interaction of interactions) emit({ type: 'interaction', interaction });
    };
    const named = new Set(rules.flatMap((rule) => rule.versions.map(({ since }) => `${rule.id} ${since}`)));
    for (const [name, lives] of [...all]) {
      if (named.has(name)) continue;
      all.delete(name);
      tell(lives.end(Date.now(), 'host-gone'));
    }

    for (const rule of rules) {
      const own = () => [...all].filter(([name]) => name.startsWith(`${rule.id} `));
      watchRows({
        rule,
        window,
        signal,
        onRows(rows, version) {
          const name = `${rule.id} ${version?.since}`;
          if (version !== null && !all.has(name)) {
            const { clientKind: kind, clientScope: scope, withheld, remember } = version;
            const frame = { ...rule, kind, scope, withheld };
            all.set(name, createRowLives(rule.id, frame, remember !== false));
          }
          for (const [each, lives] of own()) tell(lives.take(each === name ? (rows ?? []) : [], Date.now()));
          const at = version === null ? '' : numberPlaces(version);
          const numbers = all.get(name)?.numbers();
          if (at !== '' && numbers && numbers.seen > 0)
            count?.(rule.id, { at, channel: rule.channel, ...numbers });
        },
        waits: () => own().some(([, lives]) => lives.waits()),
        onReading: (reading) => report?.(rule.id, reading),
      });
    }
  },
};

export default adapter;

/** A softphone whose history looks like its calls; one rings. */
export const example: HostExample = /* @__PURE__ */ record();

/** In a function, so that production bundles leave it out. Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const rule: HostRule = {
    id: 'example/calls',
    read: 'dom',
    where: [{ host: 'desk.example', frame: 'any' }],
    channel: 'phone',
    direction: 'inbound',
    versions: [
      {
        since: '2026-09-01',
        probe: '#phone',
        scope: '#phone',
        rows: '.call',
        ignore: '.past',
        // The page of the example has no layout.
        visible: false,
        state: [{ is: 'offered', when: { at: 'button', words: ['Answer'] } }],
        clientId: { at: '.number', match: '[+\\d][\\d ]+', visible: false },
        displayName: { at: '.name', visible: false },
      },
    ],
  };
  const call =
    '<div class="call"><b class="name">Amélie Roux</b><i class="number">from +33 6 12 34 56 78</i>';
  return {
    options: { rules: [rule] },
    page: `<main id="phone"><div class="past">${call}<button>Answer</button></div></div>${call}<button>Answer</button></div></main>`,
    input: [],
    expected: [
      {
        type: 'interaction',
        interaction: {
          id: 'example/calls:mubbs7i8-1',
          channel: 'phone',
          direction: 'inbound',
          state: 'offered',
          clientId: { kind: 'phone', value: '+33 6 12 34 56 78' },
          displayName: 'Amélie Roux',
          startedAt: '2026-09-21T14:13:20.000Z',
        },
      },
    ],
  };
}
