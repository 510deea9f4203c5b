/** A call the page makes. `from` is the caller's number as an outside line would deliver it. */
export interface OutgoingCall {
  number: string;
  from?: string;
  displayName?: string;
  /** Withheld: From is anonymous@anonymous.invalid and Privacy asks for it. */
  anonymous?: boolean;
  /** Further SIP headers, `Name: value`. */
  headers?: string[];
}

export type CallState = 'idle' | 'calling' | 'ringing' | 'active' | 'held' | 'ended';

/** One SIP library behind the softphone page. It has one call at a time; a second one is refused as busy. */
export interface SipStack {
  /** Resolves when registered. `tell` hears of every change of the call, with the cause when it ended. */
  register(
    account: { url: string; user: string },
    tell: (state: CallState, detail: string) => void,
  ): Promise<void>;
  call(call: OutgoingCall): void;
  answer(): void;
  hold(): void;
  resume(): void;
  /** Refuses a ringing call, gives up one that is being made, ends a live one. */
  hangUp(): void;
  /** The state of the media connection, as the browser reports it. */
  media(): string;
}

/** What tests call: `window.softphone`. */
export type Softphone = Pick<SipStack, 'call' | 'media'>;

declare global {
  interface Window {
    softphone?: Softphone;
  }
}

export const sipDomain = 'ringside.invalid';
