import fc from 'fast-check';

/** Stands where no rule looks; never to be seen in what the reader tells. */
export const canary = 'C4nary';

/** What passes a page: a frame of one of its sockets, or a message that a window posts to it. */
export type GeneratedEvent = { sent: boolean; text: string } | { data: unknown };

const from = <const Values extends readonly unknown[]>(...values: Values): fc.Arbitrary<Values[number]> =>
  fc.constantFrom(...values);
const junk = fc.oneof(
  from(null, true, '', ' ', -1, 1e308, '\u0000', '\ud800', '__proto__', '[[1]]', '{"a":{"b":1}}'),
  from('x'.repeat(600), [], {}, [null], [[]], { length: 9 }, { [canary]: canary }),
  fc.jsonValue({ maxDepth: 3 }),
);
const or = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: junk });

const party = from(
  '+33612345678',
  'sip:ann@pbx.example',
  '7',
  'Ann',
  'anonymous',
  '33 6 12 34 56 78',
  33612345678,
);
const header = fc.record(
  {
    name: or(from('X-Campaign', 'x-campaign', 'X-Other')),
    value: or(from('Sales', 7)),
    [canary]: from(canary),
  },
  { requiredKeys: [] },
);
const call = fc.record(
  {
    id: or(from('a1', 'call-2-of-many', 3, '12345678901234567890')),
    from: or(party),
    to: or(party),
    name: or(from('Ann Lee', '<b>', 'Zoë')),
    direction: or(from('in', 'out', 'up')),
    state: or(from('offered', 'active', 'held', 'finished', 'melted')),
    at: or(from('2026-09-21T14:13:20Z', 1_790_000_000, 1_790_000_000_000, 'yesterday')),
    secret: from(canary),
  },
  { requiredKeys: [] },
);
const event = fc.record(
  {
    type: or(from('ring', 'answer', 'hold', 'state', 'end', 'chatter')),
    call: or(
      fc.oneof(
        call,
        call.map((one) => JSON.stringify(one)),
      ),
    ),
    headers: or(fc.array(or(header), { maxLength: 5 })),
    password: from(canary),
  },
  { requiredKeys: [] },
);
const message = fc.oneof(event, fc.record({ events: fc.array(event, { maxLength: 4 }) }), junk);
const written = message.map((one) => JSON.stringify(one) ?? '');

/** As plain JSON, as SignalR parts it, and in the frames of socket.io and SockJS. */
const framed = fc.oneof(
  written,
  fc.array(written, { maxLength: 3 }).map((all) => all.map((one) => `${one}\u001e`).join('')),
  fc
    .tuple(
      from('42', '43', '4213', '42/admin,', '42/,', '451-', '4', '2', '42/?a=b,'),
      or(from('call', 'other')),
      message,
    )
    .map(([start, name, data]) => `${start}${JSON.stringify([name, data])}`),
  fc
    .tuple(from('a', '', 'o', 'h'), fc.array(written, { maxLength: 3 }))
    .map(([start, all]) => `${start}${JSON.stringify(all)}`),
);

/** Whole, cut short, with something put in, or with members that would pollute. */
export const eventFrame = fc.oneof(
  { weight: 6, arbitrary: framed },
  {
    weight: 1,
    arbitrary: fc.tuple(framed, fc.nat(200)).map(([text, at]) => text.slice(0, at)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        framed,
        fc.nat(200),
        from('{', ']', '"', '\\', ',', '\u001e', '1e999', '"__proto__":{"type":"ring"},'),
      )
      .map(([text, at, more]) => text.slice(0, at) + more + text.slice(at)),
  },
);

const cyclic = message.map((one) => {
  const whole: Record<string, unknown> = { ...(typeof one === 'object' ? one : {}) };
  whole.headers = [whole];
  whole.events = whole;
  return whole;
});

export const eventTraffic: fc.Arbitrary<GeneratedEvent[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ sent: fc.boolean(), text: eventFrame }) },
    { weight: 2, arbitrary: fc.record({ data: fc.oneof(message, written, cyclic) }) },
  ),
  { maxLength: 20 },
);
