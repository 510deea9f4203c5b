import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** Says why the panel shows what it shows, in the same place in every state; its end holds the one step back. */
export function WhyBar(props: {
  icon: LucideIcon;
  /** ok: matched; act: the agent's turn; stale: a copy; warn: something must be done. */
  voice?: 'ok' | 'act' | 'stale' | 'warn';
  reason: ComponentChildren;
  note?: ComponentChildren;
  /** The one step back. */
  children?: ComponentChildren;
}) {
  return (
    <div class={`why ${props.voice ?? ''}`}>
      <Icon of={props.icon} />
      <p>
        <b>{props.reason}</b>
        {props.note && <span class="note">{props.note}</span>}
      </p>
      {props.children}
    </div>
  );
}
