import { describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { judgeSender } from './judge-sender.ts';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const tab = { id: 7, windowId: 3 } as Browser.tabs.Tab;
const page = 'https://desk.example.com';

describe('a sender', () => {
  it('is a host frame by the origin, tab and frame that the browser reports', () => {
    expect(judgeSender({ id: 'ours', origin: page, url: `${page}/phone`, tab, frameId: 4 }, own)).toEqual({
      kind: 'host',
      tabId: 7,
      frameId: 4,
      windowId: 3,
      origin: page,
    });
  });

  it('is judged by its address where the browser reports no origin', () => {
    expect(judgeSender({ id: 'ours', url: `${page}/phone`, tab, frameId: 0 }, own)).toMatchObject({
      origin: page,
    });
    const firefox = { id: 'ours', origin: 'moz-extension://ours' };
    expect(judgeSender({ id: 'ours', url: 'moz-extension://ours/sidepanel.html' }, firefox)).toEqual({
      kind: 'panel',
      tabId: undefined,
    });
  });

  it('is the panel in the side panel or alone in a tab or window', () => {
    const url = `${own.origin}/sidepanel.html?window=3`;
    expect(judgeSender({ id: 'ours', origin: own.origin, url }, own)).toEqual({
      kind: 'panel',
      tabId: undefined,
    });
    expect(judgeSender({ id: 'ours', origin: own.origin, url, tab, frameId: 0 }, own)).toEqual({
      kind: 'panel',
      tabId: 7,
    });
  });

  it('is the card in a frame of a tab', () => {
    const url = `${own.origin}/card.html`;
    expect(judgeSender({ id: 'ours', origin: own.origin, url, tab, frameId: 9 }, own)).toEqual({
      kind: 'card',
      tabId: 7,
    });
  });

  const frame = { origin: page, url: `${page}/`, tab, frameId: 0 };
  it.each([
    ['nobody', undefined],
    [
      'another extension',
      { id: 'theirs', origin: 'chrome-extension://theirs', url: 'chrome-extension://theirs/sidepanel.html' },
    ],
    [
      'another extension that names our page',
      { id: 'theirs', origin: own.origin, url: `${own.origin}/sidepanel.html` },
    ],
    ['a content script of another extension', { ...frame, id: 'theirs' }],
    ['a web page without an extension id', frame],
    ['a sandboxed frame', { id: 'ours', origin: 'null', url: `${page}/`, tab, frameId: 1 }],
    ['a file', { id: 'ours', origin: 'file://', url: 'file:///etc/passwd', tab, frameId: 0 }],
    ['a host frame without a tab', { id: 'ours', origin: page, url: `${page}/`, frameId: 0 }],
    ['a host frame without a frame', { id: 'ours', origin: page, url: `${page}/`, tab }],
    [
      'the panel page in a frame',
      { id: 'ours', origin: own.origin, url: `${own.origin}/sidepanel.html`, tab, frameId: 2 },
    ],
    [
      'the card page alone in a tab',
      { id: 'ours', origin: own.origin, url: `${own.origin}/card.html`, tab, frameId: 0 },
    ],
    [
      'the options page',
      { id: 'ours', origin: own.origin, url: `${own.origin}/options.html`, tab, frameId: 0 },
    ],
    ['a page of ours whose address is not told', { id: 'ours', origin: own.origin }],
    ['a web page at the address of our panel', { id: 'ours', origin: page, url: `${page}/sidepanel.html` }],
  ])('that is %s is refused', (_, sender) => {
    expect(judgeSender(sender as Browser.runtime.MessageSender | undefined, own)).toBeUndefined();
  });
});
