import { EyeOff, RefreshCw } from 'lucide-preact';
import type { HostStatus } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Notice } from './Notice.tsx';

/** What keeps this host's calls from being seen, and what to do. */
export function HostNote({ host }: { host: HostStatus }) {
  const name = safeText(host.label || host.origin, 64);
  if (host.status === 'reload')
    return (
      <Notice
        icon={RefreshCw}
        what={`${name} was open before Ringside`}
        next="Reload its page, so that its calls are seen"
      />
    );
  if (host.status !== 'unreadable') return null;
  return (
    <Notice
      icon={EyeOff}
      what={`Ringside cannot read ${name}`}
      next="Sign in there, or reload its page. If this stays, tell your administrator: its calls may not be seen"
    />
  );
}
