import type { HostRule } from '../../domain/host/host-rules.ts';
import type { HostAdapter, HostExample } from '../host.ts';
import { holdsHere } from '../rules/holds-here.ts';
import { createEventLives, type EventLives, endOthers } from '../rules/messages/event-lives.ts';
import { createEventReader } from '../rules/messages/event-reader.ts';
import { isSender } from '../rules/messages/message-sender.ts';
import { readValues } from '../rules/read-values.ts';
import { createKeptLives } from '../rules/rows/kept-lives.ts';
import { numberPlaces } from '../rules/rows/number-places.ts';

const livesOf = createKeptLives<EventLives>();

/** Hosts that tell their calls and chats by window messages, read as a host rule says (docs/host-rules.md). */
const adapter: HostAdapter = {
  id: 'message-rules',
  label: 'Message rules',
  rank: 30,
  contactId: 'contract',
  start({ emit, signal, window, options, refuse, count }) {
    const all = livesOf(window);
    const rules = (options.rules ?? []).flatMap((rule) => {
      if (rule.read !== 'message') return [];
      const versions = rule.versions.map((version) => ({
        version,
        reader: createEventReader(version),
        at: numberPlaces(version),
      }));
      return [{ rule, versions }];
    });
    for (const interaction of endOthers(
      all,
      rules.map(({ rule }) => rule.id),
    ))
      emit({ type: 'interaction', interaction });
    if (rules.length === 0) return;

    const hear = (event: MessageEvent): void => {
      for (const { rule, versions } of rules) {
        if (!holdsHere(rule.where, window)) continue;
        for (const { version, reader, at } of versions) {
          let known = false;
          if (!isSender(version, event, window)) {
            readValues(reader.wanted, event.data, () => {
              known = true;
            });
            if (known) refuse?.();
            continue;
          }
          readValues(reader.wanted, event.data, (type, values) => {
            const heard = reader.read({ type, values, sent: false, at: Date.now() });
            if (heard === null) return;
            known = true;
            const { clientScope: scope, withheld } = version;
            const lives = all.get(rule.id) ?? createEventLives(rule.id, { ...rule, scope, withheld });
            all.set(rule.id, lives);
            for (const interaction of lives.take(heard)) emit({ type: 'interaction', interaction });
            if (at !== '') count?.(rule.id, { at, channel: rule.channel, ...lives.numbers() });
          });
          // The newest version that knows the message reads it.
          if (known) break;
        }
      }
    };
    window.addEventListener(
      'message',
      (event) => {
        try {
          hear(event);
        } catch {
          // Data that cannot even be read says nothing.
        }
      },
      { signal },
    );
  },
};

export default adapter;

/** A call in a child frame rings, is answered and ends; the same words from the page itself are not believed. */
export const example: HostExample = /* @__PURE__ */ record();

/** In a function, so that production bundles leave it out. Its clock stands at 2026-09-21T14:13:20Z. */
function record(): HostExample {
  const rule: HostRule = {
    id: 'example/frame',
    read: 'message',
    where: [{ host: '*', frame: 'any' }],
    channel: 'phone',
    direction: 'inbound',
    versions: [
      {
        since: '2026-09-01',
        origins: ['self'],
        source: 'frame',
        type: 'type',
        id: 'call.id',
        caller: 'call.from',
        callee: 'call.to',
        displayName: 'call.name',
        directionFrom: { path: 'call.direction', map: { out: 'outbound', in: 'inbound' } },
        events: [
          { type: 'ring', state: 'offered' },
          { type: 'answer', state: 'active' },
          { type: 'end', state: 'finished', endReason: 'completed' },
        ],
      },
    ],
  };
  const call = { id: 'c-81', direction: 'out', from: '7', to: '+59899123456', name: 'Ana' };
  const time = '2026-09-21T14:13:20.000Z';
  const interaction = {
    id: 'example/frame:c-81',
    channel: 'phone',
    direction: 'outbound',
    clientId: { kind: 'phone', value: '+59899123456' },
    displayName: 'Ana',
    startedAt: time,
  } as const;
  return {
    options: { rules: [rule] },
    input: [
      { from: 'page', message: { type: 'ring', call: { ...call, id: 'forged' } } },
      { from: 'frame', message: { type: 'ring', call } },
      { from: 'frame', message: JSON.stringify({ type: 'answer', call: { id: 'c-81' } }) },
      { from: 'frame', message: { type: 'end', call: { id: 'c-81' } } },
    ],
    expected: [
      { type: 'interaction', interaction: { ...interaction, state: 'offered' } },
      { type: 'interaction', interaction: { ...interaction, state: 'active', answeredAt: time } },
      {
        type: 'interaction',
        interaction: {
          ...interaction,
          state: 'finished',
          answeredAt: time,
          endReason: 'completed',
          endedAt: time,
        },
      },
    ],
  };
}
