import { canonicalJson } from '../text/canonical-json.ts';

/**
 * The CRM that a credential was given for, as one text: its connector and everything that says where and as whom it is
 * asked. A credential belongs to one binding and is sent to no other CRM or address, whoever changed the settings.
 * `settings` as their connector reads them, so that two spellings of one address are one binding.
 */
export function crmBinding(id: string, settings: unknown): string {
  return canonicalJson([id, settings]);
}
