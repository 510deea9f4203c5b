import { demoAgents } from './demo-agents.ts';

/** What a profile may allow; `read` is every look at contacts and the workspace. */
export const permissions = ['read', 'add', 'update', 'manage-agents'] as const;
export type Permission = (typeof permissions)[number];

const agentPermissions: readonly Permission[] = ['read', 'add', 'update'];

/** Profiles: named sets of permissions. One that is not here allows nothing. */
export const profiles = {
  agent: agentPermissions,
  reader: ['read'],
  administrator: permissions,
} as const satisfies Record<string, readonly Permission[]>;

export type Profile = keyof typeof profiles;
export const profileNames = ['agent', 'reader', 'administrator'] as const satisfies Profile[];

export function permissionsOf(profile: string): readonly Permission[] {
  return profileNames.some((name) => name === profile) ? profiles[profile as Profile] : [];
}

/** Who acts. */
export interface Agent {
  id: string;
  name: string;
  permissions: readonly Permission[];
}

/**
 * The agent behind the token of the command line. Many extensions may hold that token, so it opens contacts and no
 * accounts.
 */
export const serviceAgent: Agent = { id: 'service', name: 'Service', permissions: agentPermissions };

/**
 * The one place that says whether somebody with this account comes in at all. The password of the demo's agents is
 * public: without `--demo` they are strangers, whatever the database holds.
 */
export function mayEnter({ id, blocked }: { id: string; blocked: boolean }, demo: boolean): boolean {
  return !blocked && (demo || !isDemoAgent(id));
}

export function isDemoAgent(id: string): boolean {
  return demoAgents.some((agent) => agent.id === id);
}
