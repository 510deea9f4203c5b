import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The gallery: a page for eyes, in `.output/gallery`. Ships with nothing. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../../.output/gallery', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
});
