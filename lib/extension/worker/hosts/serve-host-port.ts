import type { CardDrag, CardShape, CardSpot } from '../../../domain/card-spot.ts';
import type { HostRule } from '../../../domain/host/host-rules.ts';
import type { HostSettings } from '../../../domain/settings.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Sender } from '../../browser/judge-sender.ts';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { type HostPortMessage, hostPortMessageSchema } from '../../messages/host-messages.ts';
import type { Port } from '../../messages/port.ts';
import { createTokenBucket, type TokenBucket } from '../../messages/token-bucket.ts';
import { createHostAsks, type HostAsks } from './ask-hosts.ts';
import { dragCard, hearOfCard, tellCard } from './card-of-page.ts';
import { hostOptions } from './host-options.ts';
import { type CardPlace, type HostPage, newHostPage, placeOf, post } from './host-page.ts';
import type { HostProgress } from './host-progress.ts';
import { createKeepHandled } from './keep-handled.ts';
import { createPageTurns } from './page-turns.ts';
import { takeHostEvents } from './take-host-events.ts';

/** A page may speak this fast; what comes faster waits (`page-turns.ts`). */
const rate = { burst: 300, perSecond: 100 };
/** By then a frame that was replaced, and not taken away with the page around it, has its new document. */
const frameGoneMs = 1_000;

export interface HostPortParts {
  /** Resolves when the engine has taken up what the last worker left. */
  engine: Promise<Pick<Engine, 'host' | 'hostGone' | 'hostBack' | 'hostTold'>>;
  progress: HostProgress;
  diagnostics: Diagnostics;
  /** Pages came, went, were hidden, or their card was blocked. */
  onChange: () => void;
  /** A host says in which language it is. */
  onLanguage?: (tag: string) => void;
  /** The agent has dragged the card there, over pages of this origin. */
  onCardPlaced?: (origin: string, spot: CardSpot) => void;
  /** The host rules for pages of an origin; read again whenever `allow` is called. */
  rulesOf?: (origin: string) => HostRule[];
  /** Address of the card's frame; another one each time where the browser can. */
  cardUrl: () => string;
  delay?: (ms: number) => Promise<void>;
  now?: () => number;
}

/** The worker's end of all content scripts. */
export interface HostPorts extends Pick<HostAsks, 'ask'> {
  /** Call at once in `onConnect`: messages that arrive before a listener are lost. */
  connect(port: Port, sender: Extract<Sender, { kind: 'host' }>): void;
  /** The hosts that are configured and granted, by origin. Others stay connected but are neither heard nor answered. */
  allow(hosts: ReadonlyMap<string, HostSettings>): Promise<void>;
  /** Frames that are served now. */
  pages(): HostPage[];
  /** Frames whose script is there, served or not. */
  connected(): HostPage[];
  /** Shows or hides the card in a tab's top frame; a page that knows is not told again. */
  setCard(tabId: number, place: CardPlace, shape?: CardShape): void;
  /** The agent drags the card of this tab. */
  dragCard(tabId: number, step: CardDrag): void;
  /** The card of this tab was heard of. */
  cardLoaded(tabId: number): void;
  moved(tabId: number, windowId: number): void;
}

export function createHostPorts(parts: HostPortParts): HostPorts {
  const { progress, diagnostics, onChange } = parts;
  const delay = parts.delay ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const pages = new Map<string, HostPage>();
  const paces = new Map<number, TokenBucket>();
  const turns = createPageTurns({
    refused: (page, events) => diagnostics.dropped(page, { adapter: '', reason: 'too-many', times: events }),
    caughtUp: (page) => post(page, { type: 'hello?' }),
  });
  const asks = createHostAsks({ pageAt: servedAt, post });
  const handled = createKeepHandled(progress);
  let allowed: ReadonlyMap<string, HostSettings> | undefined;
  /** Until it is known who is served nothing is taken up: what a page says is not said twice where it is over. */
  const known = Promise.withResolvers<void>();

  const keyOf = (page: { tabId: number; frameId: number }): string => `${page.tabId}:${page.frameId}`;
  const current = (page: HostPage): boolean => pages.get(keyOf(page)) === page;

  function servedAt(tabId: number, frameId: number): HostPage | undefined {
    const page = pages.get(keyOf({ tabId, frameId }));
    return page?.served ? page : undefined;
  }

  function connect(port: Port, sender: Extract<Sender, { kind: 'host' }>): void {
    const pace = paces.get(sender.tabId) ?? createTokenBucket(rate, parts.now);
    paces.set(sender.tabId, pace);
    const page = newHostPage(port, sender, pace);
    pages.set(keyOf(page), page);
    port.onMessage.addListener((message) => {
      const parsed = hostPortMessageSchema.safeParse(message);
      if (parsed.data?.type === 'open' || parsed.data?.type === 'awake') post(page, { type: 'here' });
      if (!parsed.success) diagnostics.dropped(page, { adapter: '', reason: 'not-valid' });
      else if (parsed.data.type === 'told' && page.missed)
        return; // Said once more, after what was dropped.
      else if (parsed.data.type !== 'events' || turns.admit(page, parsed.data.batch.length))
        turns.take(page, () => handle(page, parsed.data));
    });
    port.onDisconnect.addListener(() => turns.take(page, () => leave(page)));
  }

  async function handle(page: HostPage, message: HostPortMessage): Promise<void> {
    switch (message.type) {
      case 'open':
        page.opened = { instance: message.instance, late: message.late };
        page.hidden = message.hidden;
        asks.opened(page, message.taken);
        diagnostics.unserved(placeOf(page));
        return serve(page);
      case 'visibility':
        page.hidden = message.hidden;
        return onChange();
      case 'told':
        return hearTold(page);
      case 'taken':
        return asks.taken(page, message.upTo);
      case 'answer':
        if (page.served && !asks.answered(page, message.number, message.answer))
          diagnostics.dropped(page, { adapter: '', reason: 'not-valid' });
        return;
      case 'card-blocked':
      case 'card-seen':
      case 'card-spot':
        return hearOfCard(page, message, parts);
      case 'awake':
        return;
      case 'status':
        page.strategies = message.strategies;
        diagnostics.strategies(page, message.strategies);
        return onChange();
      case 'dropped':
        for (const drop of message.drops) diagnostics.dropped(page, drop);
        return;
      case 'events':
        return take(page, message);
    }
  }

  /** Begins with a page, or goes on with it after the worker or the page was away. */
  async function serve(page: HostPage): Promise<void> {
    const [engine] = await Promise.all([parts.engine, known.promise]);
    const host = allowed?.get(page.origin);
    if (host === undefined || page.opened === undefined || page.served || !current(page)) return;
    const former = await handled.load(page);
    const sameLife = former?.instance === page.opened.instance;
    page.upTo = sameLife ? former.upTo : 0;
    page.kept = page.upTo;
    page.told = sameLife && former.told;
    page.served = true;
    const { tabId, frameId } = page;
    diagnostics.opened(placeOf(page), sameLife);
    diagnostics.strategies(page, page.strategies);
    if (sameLife) await engine.hostBack({ tabId, frameId });
    // A new life of the page may know nothing of the old one's calls: what it tells brings them back, not its coming.
    else if (former !== undefined) await engine.hostGone({ tabId, frameId });
    if (!sameLife) void handled.save(page);
    if (page.upTo > 0) post(page, { type: 'ack', upTo: page.upTo });
    post(page, { type: 'options', options: hostOptions(host, parts.rulesOf?.(host.origin)) });
    post(page, { type: 'hello?' });
    asks.again(page);
    onChange();
  }

  async function take(page: HostPage, message: Extract<HostPortMessage, { type: 'events' }>): Promise<void> {
    const settle = () => turns.settle(page, message.batch.length);
    if (!page.served || page.opened === undefined) return settle();
    const engine = await parts.engine;
    const { kept } = await takeHostEvents(page, message, {
      ...{ engine, diagnostics, delay, onChange },
      onLanguage: (tag) => parts.onLanguage?.(tag),
    });
    const { upTo } = page;
    void kept.then(settle);
    void handled.save(page, upTo, kept).then(() => post(page, { type: 'ack', upTo }));
  }

  /** What a former life of the page told and this one did not is over: once a life, since one that is only back lost nothing. */
  async function hearTold(page: HostPage): Promise<void> {
    if (!page.served || page.told) return;
    page.told = true;
    const engine = await parts.engine;
    const { tabId, frameId, origin } = page;
    await engine.hostTold({ tabId, origin });
    // A frame within a page has no back-forward cache: whatever stood there before is gone for good.
    if (frameId !== 0) await engine.hostTold({ tabId, frameId });
    void handled.save(page);
  }

  /** A frame that went while the page around it stayed: unless another document of a host took its place, nobody tells. */
  async function endFrame({ tabId, frameId }: HostPage): Promise<void> {
    const around = pages.get(keyOf({ tabId, frameId: 0 }));
    await delay(frameGoneMs);
    if (around === undefined || !current(around)) return;
    if (pages.get(keyOf({ tabId, frameId }))?.served === true) return;
    await (await parts.engine).hostTold({ tabId, frameId });
  }

  async function leave(page: HostPage): Promise<void> {
    // The page may be back on another Port already; then nobody has left.
    if (!current(page)) return;
    pages.delete(keyOf(page));
    diagnostics.left(page);
    if (![...pages.values()].some(({ tabId }) => tabId === page.tabId)) paces.delete(page.tabId);
    if (page.served) await (await parts.engine).hostGone({ tabId: page.tabId, frameId: page.frameId });
    onChange();
    if (page.served && page.frameId !== 0) await endFrame(page);
  }

  async function allow(hosts: ReadonlyMap<string, HostSettings>): Promise<void> {
    allowed = hosts;
    known.resolve();
    const engine = await parts.engine;
    for (const page of pages.values()) {
      const host = hosts.get(page.origin);
      if (host !== undefined && page.served)
        post(page, { type: 'options', options: hostOptions(host, parts.rulesOf?.(host.origin)) });
      else if (host !== undefined) turns.take(page, () => serve(page));
      else if (page.served) {
        page.served = false;
        page.card = undefined;
        diagnostics.unserved(placeOf(page));
        post(page, { type: 'card', show: false });
        await engine.hostGone({ tabId: page.tabId, frameId: page.frameId });
      }
    }
    onChange();
  }

  return {
    connect,
    allow,
    ask: asks.ask,
    pages: () => [...pages.values()].filter(({ served }) => served),
    connected: () => [...pages.values()],
    setCard(tabId, place, shape = 'card') {
      const top = servedAt(tabId, 0);
      const spot = top && allowed?.get(top.origin)?.cardAt;
      if (top) tellCard(top, { place, shape, spot, url: parts.cardUrl() });
    },
    dragCard: (tabId, step) => dragCard(servedAt(tabId, 0), step),
    cardLoaded(tabId) {
      const top = servedAt(tabId, 0);
      if (top) post(top, { type: 'card-loaded' });
    },
    moved(tabId, windowId) {
      for (const page of pages.values()) if (page.tabId === tabId) page.windowId = windowId;
      onChange();
    },
  };
}
