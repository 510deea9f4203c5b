import { baseUrlSchema } from '../../../lib/crms/http/base-url.ts';
import { crmBinding } from '../../../lib/domain/crm/crm-binding.ts';
import {
  type CrmSettings,
  type HostSettings,
  type Settings,
  settingsVersion,
} from '../../../lib/domain/settings.ts';
import { connectionKey } from '../../../lib/extension/storage/connection-key.ts';

export interface Connected {
  /** Origins, or origins with more of their settings. */
  hosts: (string | (Partial<HostSettings> & { origin: string }))[];
  /** The companion server; without one, a CRM is still to be connected. */
  crm?: { url: string; token: string };
  /** Further CRMs, after that one. */
  more?: FurtherCrm[];
  settings?: Partial<Settings>;
}

export interface FurtherCrm extends Pick<CrmSettings, 'id' | 'connector' | 'label' | 'settings'> {
  credential: string;
  hosts?: string[];
}

/** A token as the options page keeps it in a storage area, for the companion server at this address and no other. */
export function companionCredential({ url, token }: { url: string; token: string }) {
  const held = { value: token, for: crmBinding('companion', { baseUrl: baseUrlSchema.parse(url) }) };
  return { [connectionKey('companion', 'credential')]: held };
}

/** The credentials of all of them, as the options page keeps them. */
export function credentialsOf({ crm, more = [] }: Connected): Record<string, { value: string; for: string }> {
  const further = more.map(({ id, connector, settings, credential }) => [
    connectionKey(id, 'credential'),
    { value: credential, for: crmBinding(connector, settings) },
  ]);
  return { ...(crm && companionCredential(crm)), ...Object.fromEntries(further) };
}

/** The settings that say so. */
export function settingsOf({ hosts, crm, more = [], settings }: Connected) {
  return {
    version: settingsVersion,
    hosts: hosts.map((host) => (typeof host === 'string' ? { origin: host } : host)),
    crms: [
      ...(crm === undefined
        ? []
        : [{ id: 'companion', connector: 'companion', label: '', settings: { baseUrl: crm.url } }]),
      ...more.map(({ credential: _, ...entry }) => entry),
    ],
    ...settings,
  };
}
