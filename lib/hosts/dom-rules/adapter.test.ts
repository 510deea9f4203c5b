// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NumbersRead } from '../../domain/host/host-diagnostics.ts';
import { hostEventSchema, hostInteractionSchema } from '../../domain/host/host-event.ts';
import { ruleFileSchema } from '../../domain/host/host-rules.ts';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import type { HostContext, RuleReading } from '../host.ts';
import adapter from './adapter.ts';

type Version = Record<string, unknown>;

/** One call box; what a test says of it comes on top. */
const box: Version = {
  since: '2026-09-01',
  probe: '#phone',
  scope: '#phone',
  rows: '.call',
  state: [
    { is: 'offered', when: { at: '.state', words: ['Ringing', 'Incoming call', 'Calling'] } },
    { is: 'held', when: { at: '.state', words: ['On hold'] } },
    { is: 'active', when: { at: '.state', words: ['In progress', 'Connected'] } },
    { is: 'finished', endReason: 'rejected', when: { at: '.state', words: ['Declined'] } },
  ],
  direction: [
    { is: 'inbound', when: { at: '.state', words: ['Incoming call'] } },
    { is: 'outbound', when: { at: '.state', words: ['Calling'] } },
  ],
  clientId: { at: '.number' },
  displayName: { at: '.name' },
};

let names = 0;
/** Every test has a rule of its own: lives of a page outlast an adapter. */
function ruleOf(versions: Version[], more: object = {}) {
  const id = `test-${++names}`;
  const rule = { id, read: 'dom', where: [{ host: '*' }], versions, ...more };
  const file = ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] });
  return file.rules.map((each) => ({ ...each, id: `file/${each.id}` }));
}

let stop: AbortController;
let said: { id: string; state: string; [key: string]: unknown }[];
let readings: [string, RuleReading][];
let counts: [string, NumbersRead][];

function start(html: string, versions: Version[] = [box], more: object = {}, rules = ruleOf(versions, more)) {
  document.body.innerHTML = html;
  stop = new AbortController();
  const { signal } = stop;
  adapter.start({
    emit: (event) => {
      expect(hostEventSchema.safeParse(event).error).toBeUndefined();
      if (event.type === 'interaction' && !signal.aborted) said.push(event.interaction);
    },
    signal,
    window: window as unknown as HostContext['window'],
    options: { campaignHeader: 'X-Campaign', rules },
    tap: { listen: () => {}, ask: () => {} },
    report: (rule, reading) => readings.push([rule, reading]),
    count: (rule, numbers) => counts.push([rule, numbers]),
  });
  return rules;
}

const last = () => said.at(-1);
const sees = (interaction: object) =>
  vi.waitFor(() => expect(last()).toMatchObject(interaction), { interval: 10, timeout: 3_000 });
const call = (state: string, number = '+33612345678', name = '') =>
  `<div class="call"><b class="state">${state}</b><i class="number">${number}</i><i class="name">${name}</i></div>`;
const phone = (inner: string) => `<main id="phone">${inner}</main>`;
const set = (selector: string, text: string) => {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
};
/** Three readings have passed: what was to be said has been. */
async function afterReadings() {
  const ended = Date.now() + 350;
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(ended), { interval: 20, timeout: 2_000 });
}

beforeEach(() => {
  said = [];
  readings = [];
  counts = [];
  // There is no layout here: what is displayed has a box.
  const shown = { width: 10, height: 10, left: 0, top: 0, right: 10, bottom: 10 };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(shown as DOMRect);
});
afterEach(() => {
  stop.abort();
  // Its rules gone, a page's lives are over: the next test has the same window.
  start('', [], {}, []);
  stop.abort();
  location.hash = '';
  vi.restoreAllMocks();
});

test('a call that stands there answered when the page is first read began before', async () => {
  const row = (id: string, state: string) =>
    `<div class="call"><b class="state">${state}</b><b class="number">${id}</b></div>`;
  start(`<main id="phone">${row('0612345678', 'In progress')}${row('0612345679', 'Ringing')}</main>`);
  await sees({ clientId: { value: '0612345679' }, state: 'offered' });
  expect(said.map(({ joinedLate, startedAt }) => [joinedLate, startedAt !== undefined])).toEqual([
    [true, false],
    [undefined, true],
  ]);
  document.querySelector('#phone')?.insertAdjacentHTML('beforeend', row('0612345670', 'In progress'));
  await sees({ clientId: { value: '0612345670' }, state: 'active' });
  expect(said.at(-1)).not.toHaveProperty('joinedLate');
});

describe('a call in a page', () => {
  test('rings, is answered, held, resumed and ends with its box', async () => {
    start(phone(call('Incoming call', '+33 6 12 34 56 78', 'Ann')));
    await sees({
      state: 'offered',
      direction: 'inbound',
      clientId: { kind: 'phone', value: '+33 6 12 34 56 78' },
      displayName: 'Ann',
    });
    for (const [words, state] of [
      ['In progress', 'active'],
      ['ON HOLD', 'held'],
      ['connected', 'active'],
    ] as const) {
      set('.state', words);
      await sees({ state, answeredAt: expect.any(String) });
    }
    document.querySelector('.call')?.remove();
    await sees({ state: 'finished', endReason: 'completed', endedAt: expect.any(String) });
    expect(new Set(said.map(({ id }) => id)).size).toBe(1);
  });

  test.each([
    ['Incoming call', 'missed'],
    ['Calling', 'cancelled'],
  ])('%s that is never answered is %s', async (words, endReason) => {
    start(phone(call(words)));
    await sees({ state: 'offered' });
    document.querySelector('.call')?.remove();
    await sees({ state: 'finished', endReason });
  });

  test('ends with the reason that the page gives', async () => {
    start(phone(call('Incoming call')));
    await sees({ state: 'offered' });
    set('.state', 'Declined');
    await sees({ state: 'finished', endReason: 'rejected' });
  });

  test('keeps the party that vanishes on answer, and forgets it with the call', async () => {
    start(phone(call('Incoming call', '+33612345678', 'Ann')));
    await sees({ state: 'offered' });
    set('.number', '');
    set('.name', '');
    set('.state', 'In progress');
    await sees({ state: 'active', clientId: { value: '+33612345678' }, displayName: 'Ann' });
    set('.state', 'Idle');
    await sees({ state: 'finished' });
    set('.state', 'Incoming call');
    await sees({ state: 'offered' });
    expect(last()).not.toHaveProperty('clientId');
    expect(last()).not.toHaveProperty('displayName');
  });

  test('that gives way to another in the same box is two calls, and nobody has the name of the other', async () => {
    start(phone(call('In progress', '+33612345678', 'Ann')));
    await sees({ displayName: 'Ann' });
    document.body.innerHTML = phone(call('In progress', '+442079460000'));
    await sees({ state: 'finished', displayName: 'Ann' });
    const other = said.findLast(({ state }) => state === 'active');
    expect(other).toMatchObject({ clientId: { value: '+442079460000' } });
    expect(other).not.toHaveProperty('displayName');
  });

  test('shows a name where the number stands: it is a name', async () => {
    start(phone(call('Incoming call', 'Ann Roux')));
    await sees({ state: 'offered', displayName: 'Ann Roux' });
    expect(last()).not.toHaveProperty('clientId');
  });

  test('hides its number: it is withheld, and nobody is looked up', async () => {
    start(phone(call('Incoming call', 'Numéro masqué')), [{ ...box, withheld: ['numéro masqué'] }]);
    await sees({ state: 'offered', withheld: true });
    expect(last()).not.toHaveProperty('clientId');
  });
});

describe('what stands where the number is expected', () => {
  /** As the engine takes it up. */
  const arrived = () => withoutNobody(hostInteractionSchema.parse(last()));

  test.each([
    'Private Number',
    'Appel masqué',
    'Unbekannter Anrufer',
    '非通知',
    '7378742833',
    '(000) 000-0000',
  ])('says that there is none, with no word of the rule: %s', async (shown) => {
    start(phone(call('Incoming call', shown)));
    await sees({ state: 'offered' });
    expect(arrived()).toMatchObject({ withheld: true });
    for (const name of ['clientId', 'displayName']) expect(arrived()).not.toHaveProperty(name);
  });

  test.each(['null', '-'])('says nothing at all: %s', async (shown) => {
    start(phone(call('Incoming call', shown)));
    await sees({ state: 'offered' });
    for (const name of ['clientId', 'displayName', 'withheld']) expect(arrived()).not.toHaveProperty(name);
  });

  test('is a company whose name begins so', async () => {
    start(phone(call('Incoming call', 'Private Banking GmbH')));
    await sees({ state: 'offered', displayName: 'Private Banking GmbH' });
    expect(arrived()).not.toHaveProperty('withheld');
    expect(arrived()).toMatchObject({ displayName: 'Private Banking GmbH' });
  });
});

describe('a selector that finds nothing', () => {
  const counted = (numbers: object) =>
    vi.waitFor(
      () =>
        expect(counts.at(-1)).toEqual([expect.any(String), { at: '.nummer', channel: 'phone', ...numbers }]),
      {
        interval: 10,
        timeout: 3_000,
      },
    );

  test('is counted, call by call', async () => {
    start(phone(call('Incoming call')), [{ ...box, clientId: { at: '.nummer' } }]);
    await sees({ state: 'offered' });
    expect(last()).not.toHaveProperty('withheld');
    await counted({ seen: 1, empty: 1 });
    document.body.innerHTML = phone('');
    await sees({ state: 'finished' });
    document.body.innerHTML = phone(call('Incoming call').replace('number', 'nummer'));
    await sees({ state: 'offered', clientId: { kind: 'phone', value: '+33612345678' } });
    await counted({ seen: 2, empty: 1 });
  });

  test('is none where it finds the number late', async () => {
    start(phone(call('Incoming call')), [{ ...box, clientId: { at: '.nummer' } }]);
    await counted({ seen: 1, empty: 1 });
    document.querySelector('.number')?.classList.add('nummer');
    await counted({ seen: 1, empty: 0 });
  });
});

describe('the traps of real pages', () => {
  test('stale text that is hidden says nothing', async () => {
    start(phone(`<div style="display:none">${call('In progress')}</div>`));
    await afterReadings();
    expect(said).toEqual([]);
  });

  test('of a ringing box that stays hidden beside the active one, the active one counts', async () => {
    const boxes = (ringing: string, active: string) =>
      `<div class="ring" ${ringing}><i class="number">+33612345678</i></div><div class="talk" ${active}></div>`;
    start(phone(boxes('', 'style="display:none"')), [
      {
        ...box,
        rows: undefined,
        state: [
          { is: 'offered', when: { at: '.ring', visible: true } },
          { is: 'active', when: { at: '.talk', visible: true } },
        ],
      },
    ]);
    await sees({ state: 'offered' });
    document.querySelector('.ring')?.setAttribute('style', 'display:none');
    document.querySelector('.talk')?.removeAttribute('style');
    await sees({ state: 'active', clientId: { value: '+33612345678' } });
  });

  test('rows of the history are none, though they look alike', async () => {
    start(phone(`<ol class="history">${call('Connected', '+442079460000')}</ol>${call('Incoming call')}`), [
      { ...box, ignore: '.history' },
    ]);
    await sees({ state: 'offered' });
    await afterReadings();
    expect(said).toHaveLength(1);
  });

  test('a list that is emptied and built again on every change ends and begins nothing', async () => {
    start(phone(call('Incoming call')));
    await sees({ state: 'offered' });
    for (let round = 0; round < 20; round++) {
      document.body.innerHTML = phone('');
      await Promise.resolve();
      document.body.innerHTML = phone(call('Incoming call'));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await afterReadings();
    expect(said).toHaveLength(1);
  });

  test('the same chat twice in a list is one, and the one further on speaks', async () => {
    start(phone(call('Ringing') + call('In progress') + call('Ringing')));
    await sees({ state: 'active' });
    await afterReadings();
    expect(new Set(said.map(({ id }) => id)).size).toBe(1);
  });

  test('the same chat twice, once with its name, is one that has a name of its host', async () => {
    const rows = call('Ringing', 'chat-7', 'Ann') + call('Ringing', 'chat-7');
    start(phone(rows), [{ ...box, id: { at: '.number' }, clientId: undefined }], { channel: 'chat' });
    await sees({ state: 'offered', displayName: 'Ann' });
    await afterReadings();
    expect(said).toHaveLength(1);
  });

  test('two calls at once are two', async () => {
    start(phone(call('In progress') + call('Incoming call', '+442079460000')));
    await vi.waitFor(() => expect(said).toHaveLength(2));
    document.querySelector('.call')?.remove();
    await sees({ state: 'finished', clientId: { value: '+33612345678' } });
    await afterReadings();
    expect(said).toHaveLength(3);
  });

  test('ids with counters are matched by what stays of them', async () => {
    const line = (number: number, words: string) =>
      `<div id="line-${number}"><b id="line-${number}-msg">${words}</b><i id="line-${number}-who">+3361234567${number}</i></div>`;
    start(phone(line(3, 'Ringing') + line(4, 'Connected')), [
      {
        ...box,
        rows: 'div[id^="line-"]',
        id: { read: 'attribute', attribute: 'id', match: '^line-(\\d+)$' },
        state: [
          { is: 'offered', when: { at: '[id$="-msg"]', words: ['ringing'] } },
          { is: 'active', when: { at: '[id$="-msg"]', words: ['connected'] } },
        ],
        clientId: { at: '[id$="-who"]' },
      },
    ]);
    await vi.waitFor(() => expect(said.map(({ state }) => state)).toEqual(['offered', 'active']));
    expect(said.map(({ id }) => id.split(':')[1])).toEqual(['3', '4']);
  });

  test('an outbound call in progress that still rings is offered until its timer runs', async () => {
    start(phone(call('In progress').replace('</div>', '<u class="timer"></u></div>')), [
      {
        ...box,
        state: [
          {
            is: 'active',
            when: [
              { at: '.state', words: ['in progress'] },
              { at: '.timer', match: '\\d:\\d\\d' },
            ],
          },
          { is: 'offered', when: { at: '.state', words: ['in progress'] } },
        ],
      },
    ]);
    await sees({ state: 'offered' });
    set('.timer', '0:01');
    await sees({ state: 'active' });
  });

  test('a mail in a frame of the same origin is read, and ends with it', async () => {
    const { settings } = (window as unknown as { happyDOM: { settings: Record<string, unknown> } }).happyDOM;
    settings.enableIframePageLoading = true;
    const mail = [
      {
        ...box,
        probe: 'iframe.mail',
        scope: undefined,
        within: 'iframe.mail',
        rows: 'article',
        state: [{ is: 'active' }],
        clientId: { at: '.from', match: '<([^>]+)>' },
        displayName: { at: '.from', match: '^([^<]+)<' },
      },
    ];
    start('<iframe class="mail" src="about:blank"></iframe>', mail, { channel: 'email' });
    const frame = document.querySelector('iframe');
    await vi.waitFor(() => expect(frame?.contentDocument?.body).toBeTruthy());
    if (frame?.contentDocument)
      frame.contentDocument.body.innerHTML =
        '<article><b class="from">Ana Sol &lt;ana@example.com&gt;</b></article>';
    frame?.dispatchEvent(new Event('load'));
    await sees({
      channel: 'email',
      clientId: { kind: 'email', value: 'ana@example.com' },
      displayName: 'Ana Sol',
    });
    frame?.remove();
    await sees({ state: 'finished' });
  });

  test('a page that changes only its hash is read where the rule holds', async () => {
    location.hash = '#/settings';
    start(phone(call('Connected')), [box], { where: [{ host: '*', hash: '^#/calls' }] });
    await afterReadings();
    expect(said).toEqual([]);
    expect(readings.at(-1)?.[1]).toBe('elsewhere');
    location.hash = '#/calls/7';
    window.dispatchEvent(new Event('hashchange'));
    await sees({ state: 'active' });
    location.hash = '#/settings';
    window.dispatchEvent(new Event('hashchange'));
    await sees({ state: 'finished' });
  });

  test('values come from attributes, input fields, the address and the title, cut and translated', async () => {
    location.hash = '#/call/4711-abcdef';
    document.title = 'Ringing – Billing';
    start(phone('<div class="call" data-to="sip:+33612345678@pbx.example"><input value="Ann"></div>'), [
      {
        ...box,
        id: { read: 'url', match: '#/call/([\\w-]+)' },
        state: [{ is: 'offered', when: { read: 'title', match: '^Ringing' } }],
        direction: undefined,
        clientId: { read: 'attribute', attribute: 'data-to' },
        displayName: { at: 'input', read: 'value' },
        campaign: { read: 'title', match: '– (.+)$', map: { billing: 'Factures' } },
        queue: [
          { at: '.missing' },
          { read: 'attribute', attribute: 'class', map: { '*': 'none', call: 'Calls' } },
        ],
      },
    ]);
    await sees({
      id: expect.stringMatching(/:4711-abcdef$/),
      clientId: { kind: 'phone', value: '+33612345678' },
      displayName: 'Ann',
      campaign: { id: 'Factures', name: 'Factures' },
      queue: 'Calls',
      correlation: ['4711-abcdef'],
    });
  });
});

describe('versions of a page', () => {
  const older = { ...box, since: '2024-01-01', probe: '#old-phone', scope: '#old-phone' };

  test('the first whose probe is there is used', async () => {
    start(`<main id="old-phone">${call('Incoming call')}</main>`, [box, older]);
    await sees({ state: 'offered' });
    expect(readings.at(-1)?.[1]).toBe('reads');
  });

  test('a page that none of them fits cannot be read, and that is said; nothing is guessed', async () => {
    start(`<main id="new-phone">${call('Incoming call')}</main>`, [box, older], {
      where: [{ host: location.host }],
    });
    await vi.waitFor(() => expect(readings.map(([, reading]) => reading)).toEqual(['cannot-read']));
    expect(said).toEqual([]);
    document.body.innerHTML = phone(call('Incoming call'));
    await sees({ state: 'offered' });
    expect(readings.at(-1)?.[1]).toBe('reads');
  });

  test('a rule for any host keeps quiet where it is another product', async () => {
    start('<main id="shop"></main>');
    await afterReadings();
    expect(readings.map(([, reading]) => reading)).toEqual(['elsewhere']);
  });
});

describe('starting and stopping', () => {
  test('started again with the same rules, a call goes on under its id; without its rule it ends', async () => {
    const rules = start(phone(call('Incoming call')));
    await sees({ state: 'offered' });
    const { id } = said[0]!;
    stop.abort();
    start(phone(call('In progress')), [], {}, rules);
    await sees({ state: 'active', id });
    stop.abort();
    start(phone(call('In progress')), [], {}, []);
    await sees({ state: 'finished', id, endReason: 'host-gone' });
  });

  test('stopped, it observes nothing and runs nothing', async () => {
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    start(phone(call('Incoming call')));
    stop.abort();
    expect(disconnect).toHaveBeenCalled();
    observe.mockClear();
    set('.state', 'In progress');
    window.dispatchEvent(new Event('hashchange'));
    await afterReadings();
    expect(observe).not.toHaveBeenCalled();
    expect(said.map(({ state }) => state)).toEqual(['offered']);
  });

  test('a selector or pattern that the browser does not know reads nothing and throws nothing', async () => {
    start(phone(call('Incoming call')), [{ ...box, rows: ':::', clientId: { at: '[' } }]);
    await afterReadings();
    expect(said).toEqual([]);
  });
});
