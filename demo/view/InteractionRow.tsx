import type { DeskStore } from '../desk/desk-store.ts';
import type { Action, DeskInteraction } from '../desk/interaction.ts';
import { campaigns } from '../desk/scenarios.ts';
import { ChannelIcon, channelNames } from './ChannelIcon.tsx';

interface RowProps {
  interaction: DeskInteraction;
  focused: boolean;
  /** Epoch milliseconds. */
  now: number;
  store: DeskStore;
}

/** One interaction with what the agent can do to it in its state. */
export function InteractionRow({ interaction, focused, now, store }: RowProps) {
  const { id, state, channel } = interaction;
  const campaign = interaction.campaign?.name ?? '';
  const over = state === 'finished' || state === 'closed';
  return (
    <li class="row" data-state={state} data-focused={focused} data-interaction={id}>
      <button
        type="button"
        class="row-main"
        aria-pressed={focused}
        onClick={() => store.setFocus(id)}
        aria-label={`Focus ${partyName(interaction)}`}
      >
        <ChannelIcon channel={channel} />
        <span class="who">
          <strong>
            <bdi>{partyName(interaction)}</bdi>
          </strong>
          <span>
            {stateWords(interaction)} · {channelNames[channel]}
            {interaction.direction !== 'inbound' && `, ${interaction.direction}`} · {campaign}
          </span>
        </span>
        <time class="timer">{elapsed(interaction, now)}</time>
      </button>
      <div class="actions">
        {actionsFor(interaction).map(({ label, action, tone }) => (
          <button
            type="button"
            key={label}
            class={tone}
            aria-label={`${label} ${partyName(interaction)}`}
            onClick={() => store.act(id, action)}
          >
            {label}
          </button>
        ))}
        {!over && (
          <select
            aria-label={`Transfer ${partyName(interaction)} to campaign`}
            value=""
            onChange={(event) => {
              store.act(id, { type: 'transfer', campaign: event.currentTarget.value });
              event.currentTarget.value = '';
            }}
          >
            <option value="" disabled>
              Transfer…
            </option>
            {campaigns
              .filter((name) => name !== campaign)
              .map((name) => (
                <option key={name}>{name}</option>
              ))}
          </select>
        )}
      </div>
    </li>
  );
}

/** What the host itself knows of the customer. */
export function partyName({ displayName, clientId, withheld }: DeskInteraction): string {
  return displayName ?? clientId?.value ?? (withheld ? 'Number withheld' : 'Unknown');
}

function stateWords({ state, direction, endReason, answeredAt }: DeskInteraction): string {
  if (state === 'finished') return answeredAt ? 'Wrap-up' : `Ended, ${endReason}`;
  if (state === 'offered') return direction === 'outbound' ? 'Calling' : 'Ringing';
  return { pending: 'Waiting', active: 'Active', held: 'On hold', closed: 'Closed' }[state];
}

interface Choice {
  label: string;
  action: Action;
  tone: 'primary' | 'plain' | 'danger';
}

function actionsFor({ state, channel, direction }: DeskInteraction): Choice[] {
  const end: Choice = { label: 'End', action: { type: 'end', reason: 'completed' }, tone: 'danger' };
  switch (state) {
    case 'pending':
      return [{ label: 'Take', action: { type: 'answer' }, tone: 'primary' }];
    case 'offered':
      return [
        {
          label: direction === 'outbound' ? 'They answer' : channel === 'phone' ? 'Answer' : 'Accept',
          action: { type: 'answer' },
          tone: 'primary',
        },
        { label: 'Reject', action: { type: 'end', reason: 'rejected' }, tone: 'danger' },
        { label: 'Miss', action: { type: 'end', reason: 'missed' }, tone: 'plain' },
      ];
    case 'active':
      return [{ label: 'Hold', action: { type: 'hold' }, tone: 'plain' }, end];
    case 'held':
      return [{ label: 'Resume', action: { type: 'resume' }, tone: 'primary' }, end];
    case 'finished':
      return [{ label: 'Close', action: { type: 'close' }, tone: 'plain' }];
    case 'closed':
      return [];
  }
}

function elapsed({ startedAt, answeredAt, endedAt }: DeskInteraction, now: number): string {
  const from = Date.parse(answeredAt ?? startedAt ?? '') || now;
  const seconds = Math.max(0, Math.floor(((endedAt ? Date.parse(endedAt) : now) - from) / 1_000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
