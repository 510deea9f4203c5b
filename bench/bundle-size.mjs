// What a host page must load, packed: `node bench/bundle-size.mjs`. Builds the extension if it is not there.
// Exits 1 over budget, or where a library that belongs to the worker got into a page.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = `${root}.output/chrome-mv3/`;
const budget = { core: 15_000, adapter: 2_000, interpreter: 4_000 };
/** Words that minifying leaves in place. */
const strangers = [
  ['zod', '_zod'],
  ['Dexie', 'Dexie'],
  ['libphonenumber-js', 'country_calling_codes'],
  ['Preact', 'dangerouslySetInnerHTML'],
];

if (!existsSync(`${built}host.js`)) {
  const made = spawnSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error('bench/bundle-size.mjs: wxt build failed');
}

const packed = (code) => gzipSync(code, { level: 9 }).length;

/** What the entrypoints take of modules that are neither adapter nor tap. */
const taken = { 'browser.ts': 'browser', 'run-host-script.ts': 'runHostScript', 'run-taps.ts': 'runTaps' };

/** These modules in one bundle, as a production build has them: of an adapter or a tap, what it exports by default. */
async function sizeOf(modules) {
  const entry = 'virtual:modules';
  const source = modules
    .map((path, at) => {
      const named = taken[path.split('/').at(-1)];
      const whole = /^lib\/hosts\/[^/]+\/(?:adapter|tap)\.ts$/.test(path) ? `m${at}` : `* as m${at}`;
      return `import ${named ? `{ ${named} as m${at} }` : whole} from '/${path}'; globalThis.m${at} = m${at};`;
    })
    .join('');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: entry } },
    plugins: [
      {
        name: 'modules-together',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? source : null),
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
  isolated: readFileSync(`${built}host.js`, 'utf8'),
  main: readFileSync(`${built}content-scripts/host-tap.js`, 'utf8'),
};
for (const [world, code] of Object.entries(worlds)) {
  console.log(`${world.padEnd(24)} ${packed(code)} bytes gz`);
  for (const [library, word] of strangers)
    if (code.includes(word)) failures.push(`the ${world} world's script holds ${library} ("${word}")`);
}

/** What every page runs, whatever its host: each world's frame, and SIP, which reads any softphone there is. */
const core = {
  isolated: [
    'lib/extension/browser/browser.ts',
    'lib/extension/page/run-host-script.ts',
    'lib/hosts/sip-websocket/adapter.ts',
  ],
  main: ['lib/hosts/page/run-taps.ts', 'lib/hosts/sip-websocket/tap.ts'],
};
const coreSize = { isolated: await sizeOf(core.isolated), main: await sizeOf(core.main) };
const both = coreSize.isolated + coreSize.main;
console.log(`${'core of both worlds'.padEnd(24)} ${both} bytes gz of ${budget.core}`);
check('core of both worlds', both, budget.core);

/** What the contracts that windows speak share, once. */
const frames = readdirSync(`${root}lib/hosts/frames`)
  .filter((name) => !/\.test\.ts$/.test(name))
  .map((name) => `lib/hosts/frames/${name}`);
const withFrames = await sizeOf([...core.isolated, ...frames]);
console.log(
  `${'shared by contracts'.padEnd(24)} ${withFrames - coreSize.isolated} bytes gz of ${budget.adapter}`,
);
check('what contracts share', withFrames - coreSize.isolated, budget.adapter);
const base = { isolated: [...core.isolated, ...frames], main: core.main };
const baseSize = { isolated: withFrames, main: coreSize.main };

/** What an adapter adds to its world. One interpreter serves all rules, so they count together. */
const rules = ['dom-rules', 'message-rules', 'json-websocket'].map((id) => `${id}/adapter.ts`);
const groups = readdirSync(`${root}lib/hosts`)
  .flatMap((id) => [`${id}/adapter.ts`, `${id}/tap.ts`])
  .filter((file) => existsSync(`${root}lib/hosts/${file}`))
  .filter((file) => !file.startsWith('sip-websocket/') && !rules.includes(file))
  .map((file) => [file]);
for (const group of [...groups, rules]) {
  const world = group[0]?.endsWith('/tap.ts') ? 'main' : 'isolated';
  const whole = await sizeOf([...base[world], ...group.map((file) => `lib/hosts/${file}`)]);
  const limit = group.length * budget.adapter + (group.length > 1 ? budget.interpreter : 0);
  const label = group.join(' + ');
  console.log(`${label.padEnd(24)} ${whole - baseSize[world]} bytes gz of ${limit}`);
  check(label, whole - baseSize[world], limit);
}

for (const failure of failures) console.error(`bench/bundle-size.mjs: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
