import type { HostEvent } from '../../../domain/host/host-event.ts';

export interface TellFocusParts {
  emit(event: HostEvent): void;
  document: Document;
  signal: AbortSignal;
}

export interface TellFocus {
  /** Which interaction the agent looks at by one rule; undefined: none. */
  looks(rule: string, id: string | undefined): void;
}

/**
 * Tells which interaction of a page the agent looks at, whenever that changes. In a page that nobody sees, nobody looks at
 * any; when the agent comes back to its tab it is told again, since another tab may have had their eyes meanwhile.
 */
export function tellFocus({ emit, document, signal }: TellFocusParts): TellFocus {
  const byRule = new Map<string, string>();
  let told: string | null = null;

  function tell(next: string | null): void {
    told = next;
    emit({ type: 'focus', interactionId: next });
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      const last = [...byRule.values()].at(-1) ?? null;
      if (!document.hidden && (last ?? told) !== null) tell(last);
    },
    { signal },
  );

  return {
    looks(rule, id) {
      if (byRule.get(rule) === id) return;
      // The last of the map is the one that was looked at last.
      byRule.delete(rule);
      if (id !== undefined) byRule.set(rule, id);
      const next = [...byRule.values()].at(-1) ?? null;
      if (!document.hidden && next !== told) tell(next);
    },
  };
}
