// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CardSpot, firstSpot } from '../../domain/card-spot.ts';
import { createCardFrame } from './card-frame.ts';

const url = 'about:blank';
const look = { spot: firstSpot, shape: 'card' } as const;
const roots: { mode: string; root: ShadowRoot }[] = [];
let blocked: ReturnType<typeof vi.fn<() => void>>;
let seen: ReturnType<typeof vi.fn<() => void>>;
let placed: ReturnType<typeof vi.fn<(spot: CardSpot) => void>>;
let card: ReturnType<typeof createCardFrame>;

// Frames load here, if only a blank page.
const { settings } = (window as unknown as { happyDOM: { settings: { enableIframePageLoading: boolean } } })
  .happyDOM;
settings.enableIframePageLoading = true;

beforeEach(() => {
  vi.useFakeTimers();
  roots.length = 0;
  blocked = vi.fn<() => void>();
  seen = vi.fn<() => void>();
  placed = vi.fn<(spot: CardSpot) => void>();
  card = createCardFrame({ document, onBlocked: blocked, onSeen: seen, onPlaced: placed });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push({ mode: init.mode, root });
    return root;
  });
});
afterEach(() => {
  card.hide();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const hosts = () => [...document.documentElement.children].filter(({ localName }) => localName === 'div');
const mutations = () => vi.advanceTimersByTimeAsync(0);

test('it stands over the page in a closed shadow root, without a word in the page', () => {
  card.show(url, look);
  const [host] = hosts() as HTMLElement[];
  expect(host?.shadowRoot).toBeNull();
  expect(host?.innerHTML).toBe('');
  expect(host?.style.getPropertyValue('width')).toBe('340px');
  expect(host?.style.getPropertyPriority('z-index')).toBe('important');
  expect(roots.map(({ mode }) => mode)).toEqual(['closed']);
  const frame = roots[0]?.root.querySelector('iframe');
  expect(frame?.src).toBe(url);
  expect(frame).toHaveProperty('credentialless', true);
});

test('it stands in the top layer, which no page can cover, where the browser has one', () => {
  const showPopover = vi.fn();
  Object.assign(HTMLElement.prototype, { showPopover });
  try {
    card.show(url, look);
    const [host] = hosts() as HTMLElement[];
    expect(host?.popover).toBe('manual');
    expect(showPopover.mock.contexts).toEqual([host]);
  } finally {
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  }
});

test('is the same in the page every time, whatever is on it', () => {
  card.show(url, look);
  const first = hosts()[0]?.outerHTML;
  card.hide();
  card.show(`${url}#another`, look);
  expect(hosts()[0]?.outerHTML).toBe(first);
  expect(first).not.toContain('about:blank');
});

test('takes another place and size where it stands already, and another page of the same worker hears nothing', () => {
  card.show(url, look);
  const [host] = hosts() as HTMLElement[];
  expect(host?.style.getPropertyValue('height')).toBe('180px');
  card.show(url, { spot: { corner: 'top-left', x: 8, y: 60 }, shape: 'pill' });
  expect(hosts()).toEqual([host]);
  expect(host?.style.getPropertyValue('height')).toBe('36px');
  expect(host?.style.inset).toMatch(/60px.*auto auto.*8px/);
});

test('is dragged within the window, stays where it is put, and says where that is', () => {
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 1_200, configurable: true },
    clientHeight: { value: 800, configurable: true },
  });
  card.show(url, look);
  const [host] = hosts() as HTMLElement[];
  const box = { left: 836, top: 596, width: 340, height: 180 };
  vi.spyOn(host!, 'getBoundingClientRect').mockReturnValue(box as DOMRect); // Only what is used.
  card.drag({ dx: -700, dy: -500, done: false });
  expect(host?.style.inset).toBe('96px auto auto 136px');
  card.drag({ dx: -2_000, dy: 9_000, done: false });
  expect(host?.style.inset).toBe('620px auto auto 0px');
  expect(placed).not.toHaveBeenCalled();
  card.drag({ dx: -2_000, dy: -500, done: true });
  expect(placed).toHaveBeenCalledExactlyOnceWith({ corner: 'top-left', x: 0, y: 96 });
  expect(host?.style.inset).toContain('auto auto');
  card.hide();
  card.drag({ dx: 1, dy: 1, done: true });
  expect(placed).toHaveBeenCalledOnce();
});

test('leaves the field that is typed into, and comes back when the focus goes on', async () => {
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 1_200, configurable: true },
    clientHeight: { value: 800, configurable: true },
  });
  const field = document.body.appendChild(document.createElement('textarea'));
  const at = { left: 900, top: 700, width: 200, height: 60 };
  vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(at as DOMRect); // Only what is used.
  card.show(url, look);
  const [host] = hosts() as HTMLElement[];
  const first = host?.style.inset;
  field.focus();
  await mutations();
  expect(host?.style.inset).not.toBe(first);
  field.blur();
  await mutations();
  expect(host?.style.inset).toBe(first);
  field.remove();
});

test('shown twice it is there once; hidden it is gone', () => {
  card.show(url, look);
  card.show(url, look);
  expect(hosts()).toHaveLength(1);
  card.hide();
  expect(hosts()).toHaveLength(0);
});

describe('when the frame', () => {
  test('does not answer within a second, it is taken away and said to be blocked', async () => {
    card.show(url, look);
    await vi.advanceTimersByTimeAsync(999);
    expect(blocked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(blocked).toHaveBeenCalledOnce();
    expect(hosts()).toHaveLength(0);
  });

  test('answers, it stays', async () => {
    card.show(url, look);
    card.loaded();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(blocked).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(1);
  });

  test('was hidden before, nothing is said', async () => {
    card.show(url, look);
    card.hide();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(blocked).not.toHaveBeenCalled();
  });
});

test('a page that removes it gets it back once, then it is blocked', async () => {
  card.show(url, look);
  card.loaded();
  hosts()[0]?.remove();
  await mutations();
  expect(hosts()).toHaveLength(1);
  expect(blocked).not.toHaveBeenCalled();
  hosts()[0]?.remove();
  await mutations();
  expect(hosts()).toHaveLength(0);
  expect(blocked).toHaveBeenCalledOnce();
});

describe('one that is at hand', () => {
  const [load, idle] = [() => vi.advanceTimersByTimeAsync(0), () => vi.advanceTimersByTimeAsync(0)];

  test('is made once the page is there, unseen, and is the one that is shown', async () => {
    card.hide(url);
    expect(hosts()).toHaveLength(0);
    await load();
    await idle();
    const [host] = hosts() as HTMLElement[];
    expect(host?.style.display).toBe('none');
    card.loaded();
    expect(seen).not.toHaveBeenCalled();
    card.show(`${url}#another`, look);
    expect(hosts()).toEqual([host]);
    expect(host?.style.display).toBe('block');
    expect(roots).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(blocked).not.toHaveBeenCalled();
    card.hide(url);
    expect(hosts()).toEqual([host]);
    expect(host?.style.display).toBe('none');
    card.hide();
    expect(hosts()).toHaveLength(0);
  });

  test('is not made where it is not wanted any more, nor for a page out of view', async () => {
    card.hide(url);
    card.hide();
    await idle();
    expect(hosts()).toHaveLength(0);
    const view = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    card.hide(url);
    await idle();
    expect(hosts()).toHaveLength(0);
    view.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await idle();
    expect(hosts()).toHaveLength(1);
  });

  test('that the page takes away is not made again before it is needed, and counts as no refusal', async () => {
    card.hide(url);
    await idle();
    card.loaded();
    hosts()[0]?.remove();
    await mutations();
    expect(hosts()).toHaveLength(0);
    expect(blocked).not.toHaveBeenCalled();
    card.show(url, look);
    expect(hosts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blocked).toHaveBeenCalledOnce();
  });

  test('that does not answer is given up a second after it is to be shown', async () => {
    card.hide(url);
    await idle();
    card.show(url, look);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blocked).toHaveBeenCalledOnce();
    expect(hosts()).toHaveLength(0);
  });
});

describe('it is said to be seen', () => {
  test('once our own page is in it', async () => {
    card.show(url, look);
    await vi.advanceTimersByTimeAsync(500);
    expect(seen).not.toHaveBeenCalled();
    card.loaded();
    expect(seen).toHaveBeenCalledOnce();
  });

  test('where it was at hand, once the page has let it stand', async () => {
    card.hide(url);
    await vi.advanceTimersByTimeAsync(0);
    card.loaded();
    card.show(url, look);
    expect(seen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toHaveBeenCalledOnce();
    card.hide(url);
    card.show(url, look);
    hosts()[0]?.remove();
    await mutations();
    expect(seen).toHaveBeenCalledOnce();
  });

  test('again, to a new worker that asks for what stands there', async () => {
    card.show(url, look);
    card.loaded();
    card.show(url, look);
    expect(seen).toHaveBeenCalledTimes(2);
  });
});

test('after it was blocked it can be shown again', async () => {
  card.show(url, look);
  await vi.advanceTimersByTimeAsync(1_000);
  card.show(url, look);
  expect(hosts()).toHaveLength(1);
});
