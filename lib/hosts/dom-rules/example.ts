import type { HostRule } from '../../domain/host/host-rules.ts';
import type { HostExample } from '../host.ts';

/** A softphone whose history looks like its calls; one rings. */
export const example: HostExample = record();

/** Its clock stands at 2026-09-21T14:13:20Z. */
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
