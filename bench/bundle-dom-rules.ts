import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = 'virtual:dom-rules';

/**
 * The adapter for page rules as one script, for trying it in a real browser without the extension around it:
 * `startRules(rules)` starts it and answers `{ said, readings, stop() }`, both lists growing.
 */
export async function bundleDomRules(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
    plugins: [
      {
        name: 'dom-rules-alone',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? source : null),
      },
    ],
  });
  // One build, not written and not watched.
  if (!('output' in result)) throw new Error('bench/bundle-dom-rules.ts: vite built something else');
  return result.output[0].code;
}

const source = `
import adapter from '/lib/hosts/dom-rules/adapter.ts';
window.startRules = (rules) => {
  const stop = new AbortController();
  const said = [];
  const readings = [];
  adapter.start({
    emit: (event) => said.push(event.interaction),
    signal: stop.signal,
    window,
    options: { campaignHeader: 'X-Campaign', rules },
    tap: { listen() {}, ask() {} },
    report: (rule, reading) => readings.push(reading),
  });
  return { said, readings, stop: () => stop.abort() };
};`;
