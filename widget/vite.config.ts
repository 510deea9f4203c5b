import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../.output/widget', import.meta.url));

/** Beside the page, the embed script: one classic script, since a host puts it into a page that may know no modules. */
const embedScript: Plugin = {
  name: 'embed-script',
  apply: 'build',
  async closeBundle() {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2020',
        lib: { entry: 'embed.ts', formats: ['iife'], name: 'ringsideEmbed', fileName: () => 'embed.js' },
      },
    });
  },
};

/** The widget's page, in `.output/widget`; the companion server serves it at `/widget/`. */
export default defineConfig({
  root,
  base: '/widget/',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true, target: 'es2022' },
  plugins: [embedScript],
});
