import { expect, test } from 'vitest';
import { lineOfError } from './line-of-error.ts';
import { lineOfPart } from './line-of-part.ts';

const text = `{
  "version": 1,
  "rules": [
    { "id": "a", "map": { "x.y": { "z": "{[" } } },
    {
      "id": "b",
      "probe": ["#a",
        "#b"]
    }
  ],
  "last": -1.5e3
}`;

test.each([
  ['', 1],
  ['version', 2],
  ['rules', 3],
  ['rules.0', 4],
  ['rules.0.map.x.y.z', 4],
  ['rules.1', 5],
  ['rules.1.id', 6],
  ['rules.1.probe', 7],
  ['rules.1.probe.1', 8],
  ['rules.1.since', 5],
  ['rules.7.since', 3],
  ['rules.0.id.deeper', 4],
  ['last', 11],
  ['missing', 1],
])('%s stands at line %i', (path, line) => {
  expect(lineOfPart(text, path)).toBe(line);
});

test('the line of what is no JSON is the one that the engine names', () => {
  const broken = '{\n  "a": 1,\n  b\n}';
  try {
    JSON.parse(broken);
    expect.unreachable();
  } catch (error) {
    expect(lineOfError(error, broken)).toBe(3);
  }
  expect(lineOfError(new Error('JSON.parse: bad at line 7 column 2'), '')).toBe(7);
  expect(lineOfError('no error', '')).toBeUndefined();
});
