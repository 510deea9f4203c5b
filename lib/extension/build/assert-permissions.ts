const known = [
  'activeTab',
  'alarms',
  'declarativeNetRequestWithHostAccess',
  'identity',
  'notifications',
  'scripting',
  'sidePanel',
  'storage',
];

/** Throws where a manifest asks for more than was agreed; called by the build itself (no permission creeps in). */
export function assertPermissions(
  manifest: {
    permissions?: unknown[] | undefined;
    optional_permissions?: unknown[] | undefined;
    host_permissions?: unknown[] | undefined;
  },
  mode: string,
): void {
  const asked = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  const extra = asked.filter((permission) => !known.includes(String(permission)));
  if (extra.length > 0)
    throw new Error(`The manifest asks for ${extra.join(', ')}; agree on it in assert-permissions.ts first.`);
  const hosts = manifest.host_permissions ?? [];
  const loopback = /^https?:\/\/(localhost|127\.0\.0\.1)\/\*$/;
  const allowed = mode === 'e2e' && hosts.every((host) => loopback.test(String(host)));
  if (hosts.length > 0 && !allowed)
    throw new Error(
      `The manifest asks for the hosts ${hosts.join(', ')}; hosts are granted at run time only.`,
    );
}
