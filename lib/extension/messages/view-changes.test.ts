import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { emptyViewState, type ViewState } from '../../domain/view-state.ts';
import { applyChanges, changesBetween } from './view-changes.ts';

const seed = Date.now() % 2 ** 31;

/** As far as this is concerned, an interaction is its key and something in it. */
const interaction = (key: string, mode: 'reduced' | 'full') =>
  ({ key, mode, startedAt: 1 }) as LiveInteraction;

type Step =
  | { do: 'put'; key: string; mode: 'reduced' | 'full' }
  | { do: 'remove'; key: string }
  | { do: 'turn' }
  | { do: 'front'; key: string | null };
const key = fc.constantFrom('a', 'b', 'c', 'd');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), key, mode: fc.constantFrom('reduced', 'full') }),
  fc.record({ do: fc.constant('remove' as const), key }),
  fc.constant({ do: 'turn' as const }),
  fc.record({ do: fc.constant('front' as const), key: fc.option(key) }),
);

/** As the engine does it: nothing is changed in place. */
function after(state: ViewState, one: Step): ViewState {
  const { interactions } = state;
  switch (one.do) {
    case 'put': {
      const live = interaction(one.key, one.mode);
      const known = interactions.some(({ key }) => key === one.key);
      const others = known
        ? interactions.map((other) => (other.key === one.key ? live : other))
        : [...interactions, live];
      return { ...state, interactions: others };
    }
    case 'remove':
      return { ...state, interactions: interactions.filter(({ key }) => key !== one.key) };
    case 'turn':
      return { ...state, interactions: interactions.toReversed() };
    case 'front':
      return { ...state, front: one.key };
  }
}

it(`a view that is sent what changed has the state of the engine, whatever happens (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), (rounds) => {
      let told = emptyViewState;
      let view: ViewState = structuredClone(emptyViewState);
      for (const steps of rounds) {
        const now = steps.reduce(after, told);
        const changes = changesBetween(told, now);
        if (changes !== null) view = applyChanges(view, structuredClone(changes));
        told = now;
        expect(view).toEqual(now);
      }
    }),
    { seed, numRuns: 300 },
  );
});

it('sends of thirty interactions the one that changed, and leaves the others as they are', () => {
  const keys = Array.from({ length: 30 }, (_, at) => `call ${at}`);
  const before = { ...emptyViewState, interactions: keys.map((one) => interaction(one, 'reduced')) };
  const now = after(before, { do: 'put', key: 'call 7', mode: 'full' });
  const changes = changesBetween(before, now);
  expect(changes).toEqual({ put: [interaction('call 7', 'full')] });
  const view = applyChanges(before, changes!);
  expect(view.interactions.filter((one, at) => one === before.interactions[at])).toHaveLength(29);
});

it('sends nothing where nothing differs', () => {
  expect(changesBetween(emptyViewState, { ...emptyViewState })).toBeNull();
});
