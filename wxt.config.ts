import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { assertPermissions } from './lib/extension/build/assert-permissions.ts';
import { documentPages } from './lib/extension/build/document-pages.ts';
import { createManifest } from './lib/extension/build/manifest.ts';

/** `wxt build` makes what is shipped; `wxt build --mode e2e` makes the same with loopback hosts granted, for tests. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    // As what is shipped is made: in other modes JSX would name each file by its place on the builder's machine.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  }),
  manifest: ({ browser, mode }) => createManifest({ browser, mode }),
  hooks: {
    // Entrypoints and modules may add permissions by themselves: the build fails when one does.
    'build:publicAssets': (_, files) => {
      const read = (name: string) => readFileSync(new URL(`docs/${name}.md`, import.meta.url), 'utf8');
      for (const { path, html } of documentPages(read)) files.push({ relativeDest: path, contents: html });
    },
    'build:manifestGenerated': (wxt, manifest) => assertPermissions(manifest, wxt.config.mode),
  },
});
