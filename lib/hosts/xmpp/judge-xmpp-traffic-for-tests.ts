import { hostInteractionSchema } from '../../domain/host/host-event.ts';
import { readMessages } from './read-messages.ts';
import { takeMessage } from './take-message.ts';
import { createXmppChats } from './xmpp-chats.ts';
import { canary, type GeneratedStanza } from './xmpp-grammar-for-tests.ts';
import { checkXmppMessage } from './xmpp-message.ts';

/**
 * For tests: passes generated traffic through everything that reads it, and throws where a rule is broken: no words get
 * out, what is told is valid, a chat is ended once and only goes forward until then.
 */
export function judgeXmppTraffic(traffic: GeneratedStanza[]): void {
  const chats = createXmppChats();
  const states = new Map<string, string>();
  const start = 1_790_000_000_000;
  for (const [index, { sent, text }] of traffic.entries()) {
    readMessages(text, sent, (head) => {
      const told = JSON.stringify({ ...head, sent, at: start + index });
      if (told.includes(canary)) throw new Error(`words got out: ${told}`);
      const message = checkXmppMessage(JSON.parse(told));
      if (message === null) throw new Error(`the tap told of what the adapter does not take: ${told}`);
      const interaction = takeMessage(chats, message, start - 60_000);
      if (interaction === null) return;
      if (!hostInteractionSchema.safeParse(interaction).success)
        throw new Error(`not valid: ${JSON.stringify(interaction)}`);
      const before = states.get(interaction.id);
      if (before === 'active' && interaction.state === 'offered') throw new Error('went back');
      if (interaction.state === 'finished') states.delete(interaction.id);
      else states.set(interaction.id, interaction.state);
    });
  }
}
