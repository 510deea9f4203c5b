import { useRef } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import type { SectionProps } from '../state/options-state.ts';
import { ConnectHost } from './ConnectHost.tsx';
import { HostRow } from './HostRow.tsx';

/** The contact-centre pages that Ringside reads. */
export function HostsSection(props: SectionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { hosts } = props.state.settings;
  const words = optionsWords().hosts;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {hosts.length === 0 ? words.titleFirst : words.title}
      </h1>
      <p class="lead">{words.lead}</p>
      <ConnectHost {...props} />
      {hosts.length > 0 && (
        <>
          <h2 id="connected-hosts" class="hide">
            {words.connectedHosts}
          </h2>
          <ul class="boxed" aria-labelledby="connected-hosts">
            {hosts.map((host) => (
              <HostRow key={host.origin} {...props} host={host} removed={() => title.current?.focus()} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
