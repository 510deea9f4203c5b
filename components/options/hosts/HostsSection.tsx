import { useRef } from 'preact/hooks';
import type { SectionProps } from '../state/options-state.ts';
import { ConnectHost } from './ConnectHost.tsx';
import { HostRow } from './HostRow.tsx';

/** The contact-centre pages that Ringside reads. */
export function HostsSection(props: SectionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { hosts } = props.state.settings;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {hosts.length === 0 ? 'Connect a host' : 'Hosts'}
      </h1>
      <p class="lead">
        A host is the page you take calls and chats in. Ringside reads the hosts below and no other page.
      </p>
      <ConnectHost {...props} />
      {hosts.length > 0 && (
        <>
          <h2 id="connected-hosts" class="hide">
            Connected hosts
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
