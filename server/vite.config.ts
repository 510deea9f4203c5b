import { defineConfig } from 'vite';

/** Builds the server to `.output/server/main.js`. Packages stay outside: PGlite must find its files beside its code. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'main.ts',
    outDir: '../.output/server',
    emptyOutDir: true,
    target: 'node24',
    rollupOptions: { output: { entryFileNames: '[name].js' } },
  },
});
