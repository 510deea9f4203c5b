import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/Icon.tsx';

/** One stretch of the note; `mayCut`: it gives way first where there is no room, such as the CRM's name. */
export type NotePart = string | { mayCut: string };

export interface WhyBarProps {
  icon: LucideIcon;
  /** ok: matched; act: the agent's turn; stale: a copy; warn: something must be done. */
  voice?: 'ok' | 'act' | 'stale' | 'warn';
  /** Never cut. */
  reason: string;
  note?: NotePart[];
  /** The one step back. */
  children?: ComponentChildren;
}

/**
 * Says why the panel shows what it shows, in the same place and of one height in every state; its end holds the one step
 * back.
 */
export function WhyBar({ icon, voice, reason, note = [], children }: WhyBarProps) {
  const parts = note.map((part) => (typeof part === 'string' ? part : part.mayCut));
  return (
    <div class={`why ${voice ?? ''}`}>
      <Icon of={icon} />
      <p title={[reason, ...parts].join(' · ')}>
        <b>{reason}</b>
        {note.length > 0 && (
          <span class="note">
            {note.map((part, index) => (
              <>
                {index > 0 && <span> · </span>}
                <span class={typeof part === 'string' ? '' : 'cut'}>{parts[index]}</span>
              </>
            ))}
          </span>
        )}
      </p>
      {children}
    </div>
  );
}
