// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { InteractionState } from '../../../domain/host/host-event.ts';
import type { Row } from './read-row.ts';
import { createRowLives, type RowLives } from './row-lives.ts';

let lives: RowLives;
const start = (opensInFrames: boolean) => {
  const frame = { channel: 'email', direction: 'inbound' } as const;
  lives = createRowLives({ rule: 'r', frame, remember: true, opensInFrames });
};
const frameOf = (readyState: string) => {
  const inside = document.createElement('div');
  document.body.append(inside);
  Object.defineProperty(inside, 'contentDocument', { value: { readyState }, configurable: true });
  return inside;
};
const row = (state: InteractionState, more: Partial<Row> & { party?: string } = {}): Row => {
  const { party, ...rest } = more;
  const texts = party === undefined ? {} : { clientId: party };
  const element = document.createElement('p');
  return {
    element,
    inside: null,
    id: '',
    key: '',
    looked: false,
    begins: true,
    facts: { state, texts },
    ...rest,
  };
};
/** What is told of these rows at that time, `state id`. */
const at = (ms: number, ...rows: Row[]) =>
  lives.take(rows, ms).map(({ id, state, endReason }) => `${endReason ?? state} ${id.replace(/^r:.*-/, '')}`);

beforeEach(() => {
  document.body.innerHTML = '';
});

test('what is gone from a page ends after a moment', () => {
  start(false);
  expect(at(0, row('offered'))).toEqual(['offered 1']);
  expect(at(10)).toEqual([]);
  expect(at(109)).toEqual([]);
  expect(at(110)).toEqual(['missed 1']);
});

test('what nobody has answered waits for a frame, where the page has such', () => {
  start(true);
  expect(at(0, row('offered'))).toEqual(['offered 1']);
  expect(at(10)).toEqual([]);
  expect(at(2_009)).toEqual([]);
  expect(at(2_010)).toEqual(['missed 1']);
  expect(at(2_020, row('active'))).toEqual(['active 2']);
  expect(at(2_030)).toEqual([]);
  expect(at(2_130)).toEqual(['completed 2']);
});

test('it goes on in the frame by its party, and by nothing less once some time has passed', () => {
  start(true);
  at(0, row('offered', { party: 'ann@example.com' }), row('offered', { key: 'k' }));
  at(10);
  const inside = frameOf('complete');
  expect(at(1_000, row('active', { inside, party: 'Ann@example.com' }))).toEqual(['active 1']);
  expect(at(1_010, row('active', { inside, party: 'Ann@example.com' }))).toEqual([]);
  start(true);
  at(0, row('offered'));
  at(10);
  expect(at(1_000, row('active', { inside, party: 'ben@example.com' }))).toEqual(['active 2']);
});

test('a frame that is being loaded keeps what it shows, for five seconds', () => {
  start(true);
  const inside = frameOf('loading');
  expect(at(0, row('active', { inside, id: 'a' }))).toEqual(['active r:a']);
  expect(at(10)).toEqual([]);
  expect(at(5_009)).toEqual([]);
  expect(at(5_010)).toEqual(['completed r:a']);
});

test('a frame that is loaded, or gone, keeps nothing', () => {
  for (const take of [(inside: Element) => Object.assign(inside, {}), (inside: Element) => inside.remove()]) {
    start(true);
    const inside = frameOf('complete');
    at(0, row('active', { inside, id: 'a' }));
    take(inside);
    at(10);
    expect(at(110)).toEqual(['completed r:a']);
  }
});

test('who takes the place of another ends them first', () => {
  start(true);
  const inside = frameOf('loading');
  at(0, row('active', { inside, id: 'a' }));
  expect(at(10, row('active', { inside, id: 'b' }))).toEqual(['completed r:a', 'active r:b']);
  start(false);
  const element = document.createElement('p');
  at(0, row('active', { element, party: '+33612345678' }));
  expect(at(10, row('active', { element, party: '+442079460000' }))).toEqual(['completed 1', 'active 2']);
});

test('a row that begins nothing changes only what is known', () => {
  start(false);
  expect(at(0, row('held', { id: 'a', begins: false }))).toEqual([]);
  expect(at(10, row('offered', { id: 'a' }))).toEqual(['offered r:a']);
  expect(at(20, row('held', { id: 'a', begins: false }))).toEqual(['held r:a']);
});

test('what several rows of one interaction say is joined', () => {
  start(true);
  const inside = frameOf('complete');
  const listed = row('offered', { id: '17', party: 'ann@example.com' });
  listed.facts.texts.displayName = 'Ann';
  const opened = row('active', { inside, looked: true, party: 'ANN@example.com' });
  const told = lives.take([listed, opened], 0);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ id: 'r:17', state: 'active', displayName: 'Ann' });
  expect(lives.looked()).toBe('r:17');
  expect(lives.take([row('active', { id: '18', party: 'ann@example.com' }), listed], 10)).toHaveLength(2);
});
