/**
 * A command that changes the CRM, as it is kept until it is done; what else is in it, its own file in `commands/` says.
 * `writeId` is the idempotency key. `key`: of the interaction it is for, null where there is none.
 */
export interface WriteRequest {
  type: string;
  key: string | null;
  writeId: string;
}
