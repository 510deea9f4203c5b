import { unreadRules } from '../../../lib/domain/host/unread-rules.ts';
import type { SectionProps } from '../state/options-state.ts';
import { DiagnosticsInteractions } from './DiagnosticsInteractions.tsx';
import { DiagnosticsPage } from './DiagnosticsPage.tsx';
import { diagnosticsReport } from './diagnostics-report.ts';
import { useDiagnostics } from './use-diagnostics.ts';

/** What Ringside sees on each host page, and why it left something out: for people who look for the reason of a call not shown. */
export function DiagnosticsSection({ link, say }: SectionProps) {
  const diagnostics = useDiagnostics(link);
  if (diagnostics === null) return <h1>Diagnostics</h1>;
  const pages = diagnostics.pages.filter(({ gone }) => !gone);
  const labelOf = (id: string): string => link.adapters.find((one) => one.id === id)?.label ?? 'the page';
  const report = (): string =>
    diagnosticsReport({ diagnostics, labelOf, version: link.version, now: Date.now() });

  const copy = (): Promise<void> =>
    link.copyText(report()).then(
      () => say('The report was copied.'),
      () =>
        say(
          'The browser did not let the report be copied. Open "What the report says" and copy it there.',
          true,
        ),
    );
  const clear = (): Promise<void> =>
    link.clearDiagnostics().then(
      () => say('Events and counts were cleared.'),
      () => say('Events and counts could not be cleared. Try again.', true),
    );

  return (
    <>
      <h1>Diagnostics</h1>
      <p class="lead">
        What Ringside sees on the host pages that are open, and why it left something out. Nothing here names
        or numbers a customer; letters such as #3fa9c1 stand for an interaction.
      </p>
      <div class="finish">
        <button type="button" class="btn" onClick={() => void copy()}>
          Copy report
        </button>
        <button type="button" class="btn plain" onClick={() => void clear()}>
          Clear
        </button>
      </div>
      {pages.length === 0 && (
        <p class="boxed none">No host page is open. Open or reload the page you take calls and chats in.</p>
      )}
      {pages.map((page) => (
        <DiagnosticsPage
          key={`${page.tabId}:${page.frameId}`}
          page={page}
          unread={unreadRules(pages.filter(({ origin }) => origin === page.origin))}
          labelOf={labelOf}
        />
      ))}
      <DiagnosticsInteractions interactions={diagnostics.interactions} labelOf={labelOf} />
      <details class="advanced">
        <summary>What the report says</summary>
        <textarea class="in report" dir="ltr" rows={16} readOnly aria-label="Report" value={report()} />
      </details>
    </>
  );
}
