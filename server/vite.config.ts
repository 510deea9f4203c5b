import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Builds the server to `.output/server/main.js`, its thread beside it. Packages stay outside: PGlite must find its files
 * beside its code.
 */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: '../.output/server',
    emptyOutDir: true,
    target: 'node24',
    rollupOptions: {
      input: {
        main: join(import.meta.dirname, 'main.ts'),
        heartbeat: join(import.meta.dirname, 'database/heartbeat.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
