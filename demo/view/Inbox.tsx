import { useSignal } from '@preact/signals';
import type { DeskStore } from '../desk/desk-store.ts';
import type { DeskInteraction } from '../desk/interaction.ts';
import { partyName } from './InteractionRow.tsx';

/** The host's own inbox: the conversation in focus. Writing stays with the host; Ringside never touches it. */
export function Inbox({ store }: { store: DeskStore }) {
  const interaction = store.focused.value;
  const sent = useSignal<Record<string, string[]>>({});
  return (
    <section class="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">Inbox</h2>
      {interaction ? (
        <Conversation
          key={interaction.id}
          interaction={interaction}
          replies={sent.value[interaction.id] ?? []}
          onReply={(text) => {
            const { id } = interaction;
            sent.value = { ...sent.value, [id]: [...(sent.value[id] ?? []), text] };
          }}
        />
      ) : (
        <p class="empty">The conversation in focus shows here.</p>
      )}
    </section>
  );
}

interface ConversationProps {
  interaction: DeskInteraction;
  replies: string[];
  onReply: (text: string) => void;
}

function Conversation({ interaction, replies, onReply }: ConversationProps) {
  const isCall = interaction.channel === 'phone';
  function send(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const text = new FormData(event.currentTarget).get('text');
    if (typeof text === 'string' && text.trim()) onReply(text.trim());
    event.currentTarget.reset();
  }
  return (
    <>
      <ol class="thread">
        <li class="theirs">
          <span>
            <bdi>{partyName(interaction)}</bdi>
          </span>
          <p>{firstWords(interaction)}</p>
        </li>
        {replies.map((text, index) => (
          <li class="ours" key={index}>
            <span>You</span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <form class="reply" onSubmit={send}>
        <input
          name="text"
          autocomplete="off"
          aria-label={isCall ? 'Call note' : 'Reply'}
          placeholder={isCall ? 'Note about this call' : 'Write a reply'}
        />
        <button type="submit">{isCall ? 'Note' : 'Send'}</button>
      </form>
    </>
  );
}

function firstWords({ channel }: DeskInteraction): string {
  switch (channel) {
    case 'phone':
      return 'Voice call. The sound stays in this desk.';
    case 'email':
      return 'Good morning, the invoice of last month does not show our purchase order. Could you send a corrected one? Kind regards.';
    case 'chat':
      return 'Hi, is the technician still coming this afternoon?';
    default:
      return 'Hello! I have a question about my order.';
  }
}
