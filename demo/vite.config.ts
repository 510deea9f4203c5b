import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The demo desk: a page of its own, in `.output/demo`, served by `serve.mjs`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../.output/demo', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
});
