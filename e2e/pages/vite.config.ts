import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The test pages that need bundling, to `.output/e2e-pages`. */
export default defineConfig({
  root: here,
  base: './',
  logLevel: 'warn',
  build: {
    outDir: `${here}/../../.output/e2e-pages`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { jssip: `${here}/jssip-softphone.html`, sipjs: `${here}/sipjs-softphone.html` },
    },
  },
});
