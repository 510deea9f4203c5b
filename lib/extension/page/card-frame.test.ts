// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCardFrame } from './card-frame.ts';

const url = 'about:blank';
const roots: { mode: string; root: ShadowRoot }[] = [];
let blocked: ReturnType<typeof vi.fn<() => void>>;
let seen: ReturnType<typeof vi.fn<() => void>>;
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
  card = createCardFrame({ document, onBlocked: blocked, onSeen: seen });
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
  card.show(url);
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
    card.show(url);
    const [host] = hosts() as HTMLElement[];
    expect(host?.popover).toBe('manual');
    expect(showPopover.mock.contexts).toEqual([host]);
  } finally {
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  }
});

test('is the same in the page every time, whatever is on it', () => {
  card.show(url);
  const first = hosts()[0]?.outerHTML;
  card.hide();
  card.show(`${url}#another`);
  expect(hosts()[0]?.outerHTML).toBe(first);
  expect(first).not.toContain('about:blank');
});

test('shown twice it is there once; hidden it is gone', () => {
  card.show(url);
  card.show(url);
  expect(hosts()).toHaveLength(1);
  card.hide();
  expect(hosts()).toHaveLength(0);
});

describe('when the frame', () => {
  test('does not answer within a second, it is taken away and said to be blocked', async () => {
    card.show(url);
    await vi.advanceTimersByTimeAsync(999);
    expect(blocked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(blocked).toHaveBeenCalledOnce();
    expect(hosts()).toHaveLength(0);
  });

  test('answers, it stays', async () => {
    card.show(url);
    card.loaded();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(blocked).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(1);
  });

  test('was hidden before, nothing is said', async () => {
    card.show(url);
    card.hide();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(blocked).not.toHaveBeenCalled();
  });
});

test('a page that removes it gets it back once, then it is blocked', async () => {
  card.show(url);
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
    card.show(`${url}#another`);
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
    card.show(url);
    expect(hosts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blocked).toHaveBeenCalledOnce();
  });

  test('that does not answer is given up a second after it is to be shown', async () => {
    card.hide(url);
    await idle();
    card.show(url);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blocked).toHaveBeenCalledOnce();
    expect(hosts()).toHaveLength(0);
  });
});

describe('it is said to be seen', () => {
  test('once our own page is in it', async () => {
    card.show(url);
    await vi.advanceTimersByTimeAsync(500);
    expect(seen).not.toHaveBeenCalled();
    card.loaded();
    expect(seen).toHaveBeenCalledOnce();
  });

  test('where it was at hand, once the page has let it stand', async () => {
    card.hide(url);
    await vi.advanceTimersByTimeAsync(0);
    card.loaded();
    card.show(url);
    expect(seen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toHaveBeenCalledOnce();
    card.hide(url);
    card.show(url);
    hosts()[0]?.remove();
    await mutations();
    expect(seen).toHaveBeenCalledOnce();
  });

  test('again, to a new worker that asks for what stands there', async () => {
    card.show(url);
    card.loaded();
    card.show(url);
    expect(seen).toHaveBeenCalledTimes(2);
  });
});

test('after it was blocked it can be shown again', async () => {
  card.show(url);
  await vi.advanceTimersByTimeAsync(1_000);
  card.show(url);
  expect(hosts()).toHaveLength(1);
});
