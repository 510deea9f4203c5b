// Writes public/host-rules.schema.json, the JSON Schema of host rules, from the schema that validates them:
// `node scripts/host-rules-schema.mjs`. A test fails where the two differ.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hostRulesJsonSchema } from '../lib/domain/host/host-rules-json-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = `${root}public/host-rules.schema.json`;
writeFileSync(path, `${JSON.stringify(hostRulesJsonSchema(), null, 2)}\n`);
const { status } = spawnSync(`${root}node_modules/.bin/biome`, ['format', '--write', path], { cwd: root });
if (status !== 0) throw new Error('scripts/host-rules-schema.mjs: biome could not format the schema');
console.log(`Wrote ${path}`);
