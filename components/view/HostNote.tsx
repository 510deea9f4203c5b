import { EyeOff, RefreshCw } from 'lucide-preact';
import type { HostStatus } from '../../lib/domain/interaction/host-status.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { viewWords } from '../words/view-words.ts';
import { Notice } from './Notice.tsx';
import { useView } from './state/view-context.ts';

/** What keeps this host's calls from being seen, and what to do. */
export function HostNote({ host }: { host: HostStatus }) {
  const { actions } = useView();
  const words = viewWords().host;
  const name = safeText(host.label || host.origin, 64);
  if (host.status === 'reload')
    return (
      <Notice icon={RefreshCw} what={words.wasOpen(name)} next={words.reload}>
        {actions.reloadHost && (
          <button type="button" class="btn" onClick={() => actions.reloadHost?.(host.origin)}>
            {words.reloadNow}
          </button>
        )}
      </Notice>
    );
  if (host.status !== 'unreadable') return null;
  return <Notice icon={EyeOff} what={words.cannotRead(name)} next={words.signInThere} />;
}
