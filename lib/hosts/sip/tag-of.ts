/** Only what stands behind the address counts. */
export const tag = /;\s*tag\s*=\s*([^;,\s>]{1,256})[^>]*$/i;

/** The tag of a From or To header. */
export function tagOf(header: string | undefined): string | undefined {
  return tag.exec(header ?? '')?.[1];
}
