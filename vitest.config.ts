import { configDefaults, defineConfig } from 'vitest/config';

const shared = {
  exclude: [...configDefaults.exclude, '.output/**', 'e2e/**'],
  // A limit is for what hangs; a busy machine must not reach it.
  testTimeout: 30_000,
};

/** One project a kind of test, so that `npm run check` runs only the structure test and races run apart. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // All cores: else one is left idle, which of two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: ['{lib,entrypoints,scripts,demo,widget,bench}/**/*.test.ts'],
          exclude: [...shared.exclude, 'scripts/structure/structure.test.ts', '**/*.races.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'view',
          environment: 'happy-dom',
          setupFiles: ['components/testing/draw-at-once-for-tests.ts'],
          include: ['{components,widget,entrypoints}/**/*.test.tsx'],
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'structure', include: ['scripts/structure/structure.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'server',
          include: ['server/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'races', include: ['lib/**/*.races.test.ts'], testTimeout: 3_600_000 },
      },
    ],
  },
});
