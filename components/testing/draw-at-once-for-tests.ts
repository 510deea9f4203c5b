import { vi } from 'vitest';

/** What a view draws in a later frame stands there at once: tests look at what is drawn, and one of them at when. */
vi.mock(import('../parts/use-next-frame.ts'), () => ({ useNextFrame: () => true }));
