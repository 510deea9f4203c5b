import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

beforeEach(() => {
  // Effects come with a frame: on the platform's own clock they might come after the rest has begun.
  const frames = ['requestAnimationFrame', 'cancelAnimationFrame'] as const;
  const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  vi.useFakeTimers({ toFake: [...timers, ...frames, 'Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a view at rest', () => {
  it.each(Object.entries(states) as [string, ViewState][])(
    'writes nothing for 10 s: %s',
    async (_, state) => {
      const view = showView(state);
      await vi.advanceTimersByTimeAsync(2_000);
      const changes: string[] = [];
      const note = (records: MutationRecord[]) => {
        for (const { type, target } of records)
          changes.push(`${type} ${target.nodeName} ${target.textContent}`);
      };
      const observer = new MutationObserver(note);
      observer.observe(view.container, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      await vi.advanceTimersByTimeAsync(10_000);
      view.link.set(structuredClone(state));
      await vi.advanceTimersByTimeAsync(1_000);
      note(observer.takeRecords());
      observer.disconnect();
      // An empty text counts too: a live region that is written anew may be read out anew.
      expect(changes).toEqual([]);
      expect(view.sent('draft.save')).toEqual([]);
    },
  );
});
