import type { HostTap } from '../host.ts';
import { emptyTable, now } from '../page/built-ins.ts';
import { type ConverseModel, listenToConverse } from './listen-to-converse.ts';

/**
 * Joins converse.js as a plugin of its own, which is its public way in: told are the other side's address and name, and
 * whether its box was written in, read, shown or closed. Never a word of what was written.
 */
const tap: HostTap = {
  id: 'converse',
  start({ send, onAsk }) {
    const boxes = emptyTable<Record<string, unknown>[]>();

    function tell(model: ConverseModel, what: string, more: Record<string, unknown> = {}): void {
      const jid = model.get('jid');
      // Rooms, headlines and the list of contacts are boxes too.
      if (typeof jid !== 'string' || model.get('type') !== 'chatbox') return;
      const message = emptyTable<unknown>();
      message.what = what;
      message.jid = jid;
      message.at = now();
      for (const name in more) message[name] = more[name];
      keep(boxes, jid, message);
      send(message);
    }

    listenToConverse(window, tell);
    onAsk((_, again) => {
      if (again) for (const jid in boxes) for (const message of boxes[jid] ?? []) send(message);
    });
  },
};

export default tap;

const maxKept = 50;
const maxBoxes = 100;

/** What an isolated half that comes later must hear of each box; nothing of one that was closed. */
function keep(
  boxes: Record<string, Record<string, unknown>[]>,
  jid: string,
  message: Record<string, unknown>,
) {
  if (message.what === 'closed') {
    delete boxes[jid];
    return;
  }
  const known = boxes[jid];
  if (known === undefined && Object.keys(boxes).length >= maxBoxes) return;
  boxes[jid] = [...(known ?? []), message].slice(-maxKept);
}
