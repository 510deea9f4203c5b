import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon.tsx';

/** Something to be known or done, as long as its words are: unlike the why bar it stands where nothing follows it. */
export function Notice(props: {
  icon: LucideIcon;
  what: ComponentChildren;
  next?: ComponentChildren;
  /** A button. */
  children?: ComponentChildren;
}) {
  return (
    <div class="why warn notice">
      <Icon of={props.icon} />
      <p>
        <b>{props.what}</b>
        {props.next && <span class="note">{props.next}</span>}
      </p>
      {props.children}
    </div>
  );
}
