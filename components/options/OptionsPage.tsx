import {
  Activity,
  Clock,
  Database,
  FileText,
  LayoutList,
  ListChecks,
  PanelRight,
  Phone,
} from 'lucide-preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SettingsProblem } from '../../lib/domain/settings.ts';
import { optionsWords } from '../words/options-words.ts';
import { CrmsSection } from './crm/CrmsSection.tsx';
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { FieldsSection } from './fields/FieldsSection.tsx';
import { HostsSection } from './hosts/HostsSection.tsx';
import { RulesSection } from './hosts/RulesSection.tsx';
import { Sign } from './parts/Sign.tsx';
import { useSection } from './parts/use-section.ts';
import type { OptionsLink } from './state/options-link.ts';
import type { OptionsState } from './state/options-state.ts';
import { SavedCopiesSection } from './transfer/SavedCopiesSection.tsx';
import { TransferSection } from './transfer/TransferSection.tsx';
import { useOptions } from './use-options.ts';
import { usePlace } from './use-place.ts';
import { ViewSection } from './ViewSection.tsx';

const sections = [
  { id: 'hosts', icon: Phone, Section: HostsSection, count: hostCount },
  { id: 'rules', icon: ListChecks, Section: RulesSection, count: ruleCount },
  { id: 'diagnostics', icon: Activity, Section: DiagnosticsSection },
  { id: 'crms', icon: Database, Section: CrmsSection, count: crmCount },
  { id: 'fields', icon: LayoutList, Section: FieldsSection },
  { id: 'view', icon: PanelRight, Section: ViewSection },
  { id: 'saved-copies', icon: Clock, Section: SavedCopiesSection },
  { id: 'transfer', icon: FileText, Section: TransferSection },
] as const;

/** The options page. Every section stays alive while another shows, so that nothing typed is lost by looking around. */
export function OptionsPage({ link }: { link: OptionsLink }) {
  const { state, note, save, say, moveOn, unsay } = useOptions(link);
  const words = optionsWords();
  const current = useSection(sections.map(({ id }) => id));
  useEffect(moveOn, [current]);
  const wantedSignIn = usePlace(link, state !== null);
  const { unsaved, markUnsaved } = useUnsaved();
  const props = { link, save, say, markUnsaved, wantedSignIn };
  const theme = state?.settings.view.theme;
  const unsayOnPress = ({ target }: Event) => {
    if (target instanceof Element && target.closest('button')) unsay();
  };

  useEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);

  return (
    <div class="options">
      <header class="pagebar">
        <span class="brand">
          <span class="line on" data-state="active" />
          {words.title}
        </span>
        <a class="documents" href="/docs/administrators.html" target="_blank" rel="noreferrer">
          {words.documents}
        </a>
        <span class="version">
          {words.version} <span class="num">{link.version}</span>
        </span>
      </header>
      <div class="settings">
        <nav aria-label={words.options}>
          {sections.map(({ id, icon: Icon, ...section }) => (
            <a key={id} href={`#${id}`} {...(id === current && { 'aria-current': 'page' as const })}>
              <Icon class="i" aria-hidden="true" />
              {words.sections[id]}
              {state && 'count' in section && section.count(state) > 0 && (
                <span class="count num">{section.count(state)}</span>
              )}
            </a>
          ))}
        </nav>
        {/* Captured: before anything new is said of what is done now. */}
        <main
          class="setform"
          onInputCapture={unsay}
          onChangeCapture={unsay}
          onClickCapture={unsayOnPress}
          onSubmitCapture={unsay}
        >
          {state && <FirstSteps state={state} over={link.firstRunIsOver()} />}
          {state?.problem && (
            <p class="problem">
              <Sign verdict="warn" />
              <span>{problemText(state.problem)}</span>
            </p>
          )}
          {state &&
            sections.map(({ id, Section }) => (
              <div key={id} id={id} hidden={id !== current}>
                <Section {...props} state={state} />
              </div>
            ))}
        </main>
      </div>
      <footer class="notes">
        <p role="status" aria-live="polite">
          {note && (
            <>
              <Sign verdict={note.bad ? 'warn' : 'ok'} />
              <span>{note.text}</span>
            </>
          )}
        </p>
        {unsaved && <p class="quiet">{words.someUnsaved}</p>}
      </footer>
    </div>
  );
}

function problemText(problem: SettingsProblem): string {
  const { newer, damaged } = optionsWords().settingsProblems;
  return problem.code === 'newer' ? newer(problem.version) : damaged(problem.paths);
}

function hostCount({ settings }: OptionsState): number {
  return settings.hosts.length;
}

function crmCount({ settings }: OptionsState): number {
  return settings.crms.length;
}

/** An administrator's own: the shipped ones are always there. */
function ruleCount({ settings }: OptionsState): number {
  return settings.rules.length;
}

/** Which controls hold something unsaved; the browser asks before the page is left while one does. */
function useUnsaved() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const markUnsaved = useCallback((id: string, unsaved: boolean) => {
    setIds((before) => {
      if (before.has(id) === unsaved) return before;
      const after = new Set(before);
      if (unsaved) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const unsaved = ids.size > 0;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return { unsaved, markUnsaved };
}
