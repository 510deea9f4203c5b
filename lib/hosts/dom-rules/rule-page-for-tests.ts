import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { NumbersRead } from '../../domain/host/host-diagnostics.ts';
import { type HostEvent, hostEventSchema } from '../../domain/host/host-event.ts';
import type { HostRule } from '../../domain/host/host-rules.ts';
import { ruleFileSchema } from '../../domain/host/host-rules.ts';
import type { HostContext, RuleReading } from '../host.ts';
import adapter from './adapter.ts';

export type Version = Record<string, unknown>;

/** A page that is read by rules, and what is told of it. One for each test file. */
export function createRulePage() {
  // A machine may have much else to do, and pages are then read less often.
  vi.setConfig({ testTimeout: 30_000 });
  let count = 0;
  let stop = new AbortController();
  const page = {
    events: [] as HostEvent[],
    readings: [] as [string, RuleReading][],
    counts: [] as [string, NumbersRead][],
    /** Each test has rules of its own: lives of a page outlast an adapter. */
    rulesOf(versions: Version[], more: object = {}): HostRule[] {
      const rule = { id: `test-${++count}`, read: 'dom', where: [{ host: '*' }], versions, ...more };
      const file = ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] });
      return file.rules.map((each) => ({ ...each, id: `file/${each.id}` }));
    },
    start(html: string, rules: HostRule[]) {
      document.body.innerHTML = html;
      stop = new AbortController();
      const { signal } = stop;
      adapter.start({
        emit(event) {
          expect(hostEventSchema.safeParse(event).error).toBeUndefined();
          if (!signal.aborted) page.events.push(event);
        },
        signal,
        window: window as unknown as HostContext['window'],
        options: { campaignHeader: 'X-Campaign', rules },
        tap: { listen: () => {}, ask: () => {} },
        report: (rule, reading) => page.readings.push([rule, reading]),
        count: (rule, numbers) => page.counts.push([rule, numbers]),
      });
    },
    stop: () => stop.abort(),
    /** In the order told: `offered Ann`, `focus Ann`, by name, else ClientID, else id. */
    told(): string[] {
      const names = new Map<string, string>();
      return page.events.flatMap((event) => {
        if (event.type === 'focus')
          return [`focus ${event.interactionId === null ? 'none' : names.get(event.interactionId)}`];
        if (event.type !== 'interaction') return [];
        const { id, state, endReason, displayName, clientId } = event.interaction;
        names.set(id, displayName ?? clientId?.value ?? id);
        return [`${endReason ?? state} ${names.get(id)}`];
      });
    },
    tells: (...expected: string[]) =>
      vi.waitFor(() => expect(page.told()).toEqual(expected), { interval: 10, timeout: 10_000 }),
    /** Three readings have passed: what was to be said has been. */
    async afterReadings(ms = 350) {
      const ended = Date.now() + ms;
      await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(ended), {
        interval: 20,
        timeout: ms + 2_000,
      });
    },
  };

  beforeEach(() => {
    page.events = [];
    page.readings = [];
    page.counts = [];
    // There is no layout here: what is displayed has a box.
    const shown = { width: 10, height: 10, left: 0, top: 0, right: 10, bottom: 10 };
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(shown as DOMRect);
  });
  afterEach(() => {
    page.stop();
    // Its rules gone, a page's lives are over: the next test has the same window.
    page.start('', []);
    page.stop();
    vi.restoreAllMocks();
  });
  return page;
}
