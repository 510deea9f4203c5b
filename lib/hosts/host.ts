import type { HostAnswer, HostCommand } from '../domain/host/host-command.ts';
import type { NumbersRead } from '../domain/host/host-diagnostics.ts';
import type { HostEvent } from '../domain/host/host-event.ts';
import type { HostRule } from '../domain/host/host-rules.ts';

/** What an adapter may use. Everything it starts must end when `signal` aborts; nothing is emitted after that. */
export interface HostContext {
  /** Unvalidated by design: the worker validates. Emit plain data only. */
  emit(event: HostEvent): void;
  signal: AbortSignal;
  /** The page's window in the extension; in the widget its own, where the embedding page's messages arrive. */
  window: Window & typeof globalThis;
  /** Options an administrator set for this host. */
  options: HostOptions;
  /**
   * The line to this adapter's tap in the page's own world (extension only). `ask` makes it tell what is live and all that
   * follows; `wants` (JSON-safe, at most 16,384 characters as JSON) is what the tap should look for. The page can hear it.
   */
  tap: { listen(listener: (message: unknown) => void): void; ask(wants?: unknown): void };
  /** Says whether a rule can be read here, for the host diagnostics; the last word counts. */
  report?(rule: string, reading: RuleReading): void;
  /** How often a rule found the ClientID where it looks for it, for the host diagnostics; the last word counts. */
  count?(rule: string, numbers: NumbersRead): void;
  /**
   * Takes what the host is asked to do, of which it has said the names in `hello`: each command once, and none after the
   * signal aborts. What throws or rejects has failed. The last listener counts.
   */
  onCommand?(obey: Obey): void;
  /** Something that reads as this contract came from a window that may not say it; counted in the host diagnostics. */
  refuse?(): void;
}

/** Carries out one command and says what came of it. */
export type Obey = (command: HostCommand) => HostAnswer | Promise<HostAnswer>;

/**
 * `unseen`: it finds rows, and none of them can be seen. `elsewhere`: the rule is for another part of the host, or for another
 * product.
 */
export type RuleReading = 'reads' | 'unseen' | 'cannot-read' | 'elsewhere';

export interface HostOptions {
  /** SIP header that names the campaign; any letter case. */
  campaignHeader: string;
  /** Exact origins of the iframes whose messages count; without them, child frames of the page's own origin. */
  frameOrigins?: string[];
  /** Rules for pages of this origin (docs/host-rules.md), validated. Their ids begin with the id of their file. */
  rules?: HostRule[];
}

/** What the worker and the options page need to know of an adapter; the code that works in the page stays out of them. */
export interface HostFacts {
  id: string;
  /** The product's name. What is none has its name in the catalogue of words, by its id. */
  label?: string;
  /** 40 host protocol, 30 a host's own contract, 20 signalling, 10 DOM: the highest owns a channel of a tab that two see. */
  rank: number;
  /** Where a ContactID from this adapter comes from: SIP headers are trusted only by a setting (A1). */
  contactId: 'contract' | 'header';
}

/**
 * One folder `lib/hosts/<id>/`: `facts.ts`, `adapter.ts` with one of these as its default export, `example.ts` for the tests;
 * where the page's own objects or sockets must be read, `tap.ts`.
 */
export interface HostAdapter {
  /** As in its facts, which no page carries. */
  id: string;
  start(context: HostContext): void;
}

/** The MAIN-world half. Runs before the page's first script; must never throw into the page. */
export interface HostTap {
  id: string;
  /**
   * `send` takes a JSON-safe value. `onAsk` fires whenever the isolated half asks, with what it wants; the page may forge
   * that. Only where `again` is true must the tap tell what is still live: before the first ask everything was kept.
   */
  start(context: {
    send(message: unknown): void;
    onAsk(listener: (wants: unknown, again: boolean) => void): void;
  }): void;
}

/** A recorded input of an adapter and what it must tell, run by the contract test over every registry entry. */
export interface HostExample {
  options?: Partial<HostOptions>;
  /** What stands in the page when the adapter starts. */
  page?: string;
  /** In order: a window message, with who posted it (a child frame, the page around), or a message of the adapter's tap. */
  input: ({ message: unknown; from: 'page' | 'frame' | 'parent' } | { tap: unknown })[];
  expected: HostEvent[];
}
