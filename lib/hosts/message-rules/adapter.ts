import type { HostAdapter } from '../host.ts';
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
            if (heard.focus) emit({ type: 'focus', interactionId: lives.idOf(heard.id) });
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
