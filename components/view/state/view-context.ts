import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { Connection } from '../../../lib/domain/interaction/live.ts';
import type { KeyBinding } from '../../../lib/domain/key-commands.ts';
import type { OptionsPlace } from '../../../lib/domain/options-place.ts';
import type { ViewStore } from './view-store.ts';

/** What the surface around the view can do. What it cannot do is not drawn. */
export interface ViewActions {
  /** Opens the options page, at the place where this is done; `crm`: the id of the connection it is about. */
  openOptions?: (place?: OptionsPlace, crm?: string) => void;
  /** Signs in to the CRM again; without it the options page is opened. */
  signIn?: (crm: string) => void;
  /** Until the first call was shown the steps that lead to it stay; without this, until there is all that it needs. */
  firstRun?: { isOver(): boolean; end(): void };
  /** The page beside the panel, not connected yet: asks the browser for this origin only. */
  allowHost?: { origin: string; allow: () => void };
  /** The keys that work while the focus is elsewhere. */
  keyBindings?: () => Promise<KeyBinding[]>;
  /** Makes a call up, from this number (E.164) of one of the agent's own contacts. */
  takeTestCall?: (number: string) => void;
  /** Loads the pages of this host anew that were open before Ringside. */
  reloadHost?: (origin: string) => void;
}

export type Surface = 'panel' | 'page' | 'widget';

export interface View {
  store: ViewStore;
  actions: ViewActions;
  surface: Surface;
  /** The CRMs that are asked for what is shown, in the order of the settings. */
  asked: Connection[];
  /** The one that what is shown is of. */
  connection: Connection | undefined;
  /** Somewhere a contact can be created. */
  canCreate: boolean;
  /** What that one can do; nothing else is offered. */
  can: CrmCapabilities;
  /** Puts the cursor into the search box. */
  focusSearch(): void;
  /** Puts the focus on the heading of the Contact region, where what had it is gone. */
  focusContact(): void;
}

const context = createContext<View | null>(null);

export const ViewProvider = context.Provider;

/** The view a component stands in. Throws outside of one. */
export function useView(): View {
  const view = useContext(context);
  if (!view) throw new Error('useView: this component stands outside of a ContactView.');
  return view;
}
