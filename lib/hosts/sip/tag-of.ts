import { execute, lastIndexOf, slice } from '../page/built-ins.ts';

/** The tag of a From or To header. Only what stands behind the address counts. Runs in either world. */
export function tagOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  return execute(/;\s*tag\s*=\s*([^;,\s]{1,256})/i, slice(header, lastIndexOf(header, '>') + 1))?.[1];
}
