import type { Settings, SettingsProblem } from '../../../lib/domain/settings.ts';
import type { OptionsLink } from './options-link.ts';

/** What the page shows, as it stands in the extension. */
export interface OptionsState {
  settings: Settings;
  readOnly: boolean;
  problem?: SettingsProblem;
  /** Match patterns of hosts and CRMs that the browser has granted. */
  granted: ReadonlySet<string>;
  /** Ids of the CRMs for which a credential is at hand. */
  signedIn: ReadonlySet<string>;
}

/** A message for the status line. `bad`: something was not done. */
export interface Note {
  text: string;
  bad: boolean;
}

/** What every section of the page gets. */
export interface SectionProps {
  link: OptionsLink;
  state: OptionsState;
  /** Resolves to false, and says why on the status line, where the change was not saved. */
  save(change: (settings: Settings) => Settings, done?: string): Promise<boolean>;
  say(text: string, bad?: boolean): void;
  /** The CRM that a button elsewhere sends the person to sign in to; without its id, any that needs it. New for each wish. */
  wantedSignIn: { crm?: string } | null;
  /** `id` names a control whose content is not saved yet; leaving the page then asks first. */
  markUnsaved(id: string, unsaved: boolean): void;
}
