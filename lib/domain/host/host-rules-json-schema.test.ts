import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hostRulesJsonSchema } from './host-rules-json-schema.ts';

test('the published JSON Schema is the one of the schema that validates (node scripts/host-rules-schema.mjs)', () => {
  const path = new URL('../../../public/host-rules.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(hostRulesJsonSchema());
});
