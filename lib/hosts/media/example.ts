import type { HostExample } from '../host.ts';

/** A call's media come and go: no interaction is made of that. */
export const example: HostExample = record();

function record(): HostExample {
  return {
    input: [
      { tap: { open: 1, connected: 0 } },
      { tap: { open: 1, connected: 1 } },
      { tap: { open: 0, connected: 0 } },
    ],
    expected: [],
  };
}
