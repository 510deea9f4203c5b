/**
 * What a connection need not ask again after the worker was ended: tokens, and what the CRM says of its fields. JSON values.
 * Belongs to one connection (connector, settings and credential), in memory only, gone at sign-out.
 */
export interface CrmMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
