import { computed, signal } from '@preact/signals';
import type { HostEvent, InboxMode } from '../../lib/domain/host/host-event.ts';
import { type Action, type Arrival, act, arrive, type DeskInteraction } from './interaction.ts';

export type DeskInbox = Exclude<InboxMode, 'unknown'>;

export interface DeskParts {
  say(event: HostEvent): void;
  /** Epoch milliseconds. */
  now?: () => number;
  newId?: () => string;
}

export type DeskStore = ReturnType<typeof createDeskStore>;

/** The desk's whole state. Every change is said at once through `say`, as a host with Ringside support would. */
export function createDeskStore({
  say,
  now = Date.now,
  newId = () => `desk-${crypto.randomUUID()}`,
}: DeskParts) {
  const interactions = signal<DeskInteraction[]>([]);
  const focus = signal<string | null>(null);
  const inbox = signal<DeskInbox>('docked');
  const at = () => new Date(now()).toISOString();

  const tell = (interaction: DeskInteraction) => say({ type: 'interaction', interaction });

  function setFocus(id: string | null): void {
    if (focus.value === id) return;
    focus.value = id;
    say({ type: 'focus', interactionId: id });
  }

  function change(id: string, action: Action): void {
    const before = interactions.value.find((each) => each.id === id);
    if (!before) return;
    const after = act(before, action, at());
    if (after === before) return;
    interactions.value = interactions.value.map((each) => (each.id === id ? after : each));
    tell(after);
  }

  /** One mouth, one call: who answers or takes up a call puts the others on hold. */
  function holdOtherCalls(id: string): void {
    for (const other of interactions.value)
      if (other.id !== id && other.channel === 'phone' && other.state === 'active')
        change(other.id, { type: 'hold' });
  }

  return {
    interactions,
    focus,
    inbox,
    focused: computed(() => interactions.value.find((each) => each.id === focus.value)),

    arrive(arrival: Arrival): string {
      const interaction = arrive(arrival, newId(), at());
      interactions.value = [...interactions.value, interaction];
      tell(interaction);
      if (focus.value === null) setFocus(interaction.id);
      return interaction.id;
    },

    act(id: string, action: Action): void {
      const isCall = interactions.value.some((each) => each.id === id && each.channel === 'phone');
      if (isCall && (action.type === 'answer' || action.type === 'resume')) holdOtherCalls(id);
      change(id, action);
      if (action.type === 'answer' || action.type === 'resume') setFocus(id);
      if (action.type !== 'close') return;
      interactions.value = interactions.value.filter((each) => each.id !== id);
      if (focus.value === id) setFocus(interactions.value[0]?.id ?? null);
    },

    setFocus,

    setInbox(mode: DeskInbox): void {
      if (inbox.value === mode) return;
      inbox.value = mode;
      say({ type: 'inbox', mode });
    },

    /** `hello` first, then all that is live: the answer to `hello?`. */
    everything(): HostEvent[] {
      return [
        { type: 'hello', host: { name: 'Northgate Desk', version: '1.0' }, commands: [] },
        { type: 'inbox', mode: inbox.value },
        ...interactions.value.map((interaction) => ({ type: 'interaction' as const, interaction })),
        { type: 'focus', interactionId: focus.value },
      ];
    },
  };
}
