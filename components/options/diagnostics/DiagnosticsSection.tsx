import { unreadRules } from '../../../lib/domain/host/unread-rules.ts';
import { adapterName } from '../../words/options/adapter-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { SectionProps } from '../state/options-state.ts';
import { DiagnosticsInteractions } from './DiagnosticsInteractions.tsx';
import { DiagnosticsPage } from './DiagnosticsPage.tsx';
import { DiagnosticsUnread } from './DiagnosticsUnread.tsx';
import { diagnosticsReport } from './diagnostics-report.ts';
import { unreadCrms } from './unread-crms.ts';
import { useDiagnostics } from './use-diagnostics.ts';

/**
 * What Ringside sees on each host page and reads of each CRM, and why it left something out: for people who look for the
 * reason of a call or a contact not shown.
 */
export function DiagnosticsSection({ link, state, say }: SectionProps) {
  const diagnostics = useDiagnostics(link);
  const words = optionsWords().diagnostics;
  if (diagnostics === null) return <h1>{words.title}</h1>;
  const pages = diagnostics.pages.filter(({ gone }) => !gone);
  const labelOf = (id: string): string =>
    adapterName(id) ?? link.adapters.find((one) => one.id === id)?.label ?? words.thePage;
  const unread = unreadCrms(diagnostics.unread ?? [], state.settings.crms, link.crms);
  const report = (): string =>
    diagnosticsReport({ diagnostics, unread, labelOf, version: link.version, now: Date.now() });

  const copy = (): Promise<void> =>
    link.copyText(report()).then(
      () => say(words.copied),
      () => say(words.notCopied, true),
    );
  const clear = (): Promise<void> =>
    link.clearDiagnostics().then(
      () => say(words.cleared),
      () => say(words.notCleared, true),
    );

  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="finish">
        <button type="button" class="btn" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button type="button" class="btn plain" onClick={() => void clear()}>
          {words.clear}
        </button>
      </div>
      {pages.length === 0 && <p class="boxed none">{words.noPage}</p>}
      {pages.map((page) => (
        <DiagnosticsPage
          key={`${page.tabId}:${page.frameId}`}
          page={page}
          unread={unreadRules(pages.filter(({ origin }) => origin === page.origin))}
          labelOf={labelOf}
        />
      ))}
      <DiagnosticsInteractions interactions={diagnostics.interactions} labelOf={labelOf} />
      <DiagnosticsUnread crms={unread} />
      <details class="advanced">
        <summary>{words.reportSays}</summary>
        <textarea class="in report" dir="ltr" rows={16} readOnly aria-label={words.report} value={report()} />
      </details>
    </>
  );
}
