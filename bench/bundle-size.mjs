// What a host page must load, packed: `node bench/bundle-size.mjs`. Builds the extension if it is not there.
// Exits 1 over budget, or where a library that belongs to the worker got into a page.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const scripts = `${root}.output/chrome-mv3/content-scripts/`;
const budget = { core: 15_000, adapter: 2_000 };
/** Reads any softphone there is, so every page pays for it and it counts as core. */
const coreAdapters = new Set(['sip-websocket']);
/** Words that minifying leaves in place. */
const strangers = [
  ['zod', '_zod'],
  ['Dexie', 'Dexie'],
  ['libphonenumber-js', 'country_calling_codes'],
  ['Preact', 'dangerouslySetInnerHTML'],
];

if (!existsSync(`${scripts}host.js`)) {
  const made = spawnSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error('bench/bundle-size.mjs: wxt build failed');
}

const packed = (code) => gzipSync(code, { level: 9 }).length;

/** One adapter alone with all that it imports, as production bundles have it. */
async function sizeOfAdapter(file) {
  const entry = 'virtual:adapter';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: entry } },
    plugins: [
      {
        name: 'adapter-alone',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) =>
          id === `\0${entry}` ? `import it from '/lib/hosts/${file}'; globalThis.it = it;` : null,
      },
    ],
  });
  return packed(result.output[0].code);
}

const failures = [];
const check = (label, size, limit) => {
  if (size > limit) failures.push(`${label} is ${size} bytes, over its budget of ${limit}`);
};

const worlds = {
  isolated: readFileSync(`${scripts}host.js`, 'utf8'),
  main: readFileSync(`${scripts}host-tap.js`, 'utf8'),
};
for (const [world, code] of Object.entries(worlds)) {
  console.log(`${world.padEnd(24)} ${packed(code)} bytes gz`);
  for (const [library, word] of strangers)
    if (code.includes(word)) failures.push(`the ${world} world's script holds ${library} ("${word}")`);
}

let core = packed(worlds.isolated) + packed(worlds.main);
const notAdapters = new Set(['host.ts', 'index.ts', 'taps.ts', 'host-protocol-messages.ts']);
const files = readdirSync(`${root}lib/hosts`).filter(
  (name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name),
);
for (const file of files.filter((name) => !notAdapters.has(name))) {
  const size = await sizeOfAdapter(file);
  const inCore = coreAdapters.has(file.replace(/(\.tap)?\.ts$/, ''));
  console.log(`${file.padEnd(24)} ${size} bytes gz${inCore ? ' (core)' : ''}`);
  if (inCore) continue;
  check(file, size, budget.adapter);
  core -= size;
}
console.log(`${'core of both worlds'.padEnd(24)} ${core} bytes gz of ${budget.core}`);
check('core of both worlds', core, budget.core);

for (const failure of failures) console.error(`bench/bundle-size.mjs: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
