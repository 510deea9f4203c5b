import type { Plugin } from 'vite';

const examples = /\/lib\/crms\/examples\/[^/]+$/;

/**
 * What stands beside a connector to test it, recorded exchanges above all, is left out of what is shipped. Bundlers keep it
 * otherwise, since they cannot know that making it does nothing else.
 */
export function withoutExamples(): Plugin {
  return {
    name: 'without-examples',
    transform: (code, id) => (examples.test(id) ? { code, map: null, moduleSideEffects: false } : undefined),
  };
}
