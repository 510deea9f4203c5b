import { connectionOf, connectionsFor } from '../../../lib/domain/interaction/connections-of.ts';
import type { Connection, LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';

/** The CRMs that are asked for what is shown; none before the engine has spoken. */
export function askedConnections(state: ViewState | null, front: LiveInteraction | undefined): Connection[] {
  return state ? connectionsFor(state, front?.source.origin) : [];
}

/**
 * The CRM that what is shown is of: that of the contact, or the one that answered so; else the first where somebody is
 * signed in, else the first.
 */
export function shownConnection(
  asked: Connection[],
  contactId: string | undefined,
  answeredBy?: string,
): Connection | undefined {
  const own =
    contactId === undefined
      ? asked.find(({ id, status }) => id === answeredBy && status === 'ready')
      : connectionOf({ connections: asked }, contactId);
  return own ?? asked.find(({ status }) => status === 'ready') ?? asked[0];
}

/** Where this agent can create a contact, in the order of the settings. */
export function creatingConnections(asked: Connection[]): Connection[] {
  return asked.filter((one) => one.status === 'ready' && one.capabilities.create && !one.mayNotCreate);
}

/** Where contacts are created, and not by this agent: to be said in place of what is not offered. */
export function notCreatingConnections(asked: Connection[]): Connection[] {
  return asked.filter((one) => one.status === 'ready' && one.capabilities.create && one.mayNotCreate);
}

/** Where a search goes. */
export function searchedConnections(asked: Connection[]): Connection[] {
  return asked.filter(({ status }) => status === 'ready');
}
