// Writes public/crm-definition.schema.json, the JSON Schema of CRM definitions, from the schema that validates them:
// `node scripts/crm-definition-schema.mjs`. A test fails where the two differ.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crmDefinitionJsonSchema } from '../lib/domain/crm/crm-definition-json-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = `${root}public/crm-definition.schema.json`;
writeFileSync(path, `${JSON.stringify(crmDefinitionJsonSchema(), null, 2)}\n`);
const { status } = spawnSync(`${root}node_modules/.bin/biome`, ['format', '--write', path], { cwd: root });
if (status !== 0) throw new Error('scripts/crm-definition-schema.mjs: biome could not format the schema');
console.log(`Wrote ${path}`);
