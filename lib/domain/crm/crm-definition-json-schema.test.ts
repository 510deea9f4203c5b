import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crmDefinitionJsonSchema } from './crm-definition-json-schema.ts';

test('the published JSON Schema is the one of the schema that validates (node scripts/crm-definition-schema.mjs)', () => {
  const path = new URL('../../../public/crm-definition.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(crmDefinitionJsonSchema());
});
