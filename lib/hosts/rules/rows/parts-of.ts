import type { DomPart, DomVersion } from '../../../domain/host/host-rules-dom.ts';

/** The places in which a version reads rows: its parts, each completed by what the version says for all, or itself alone. */
export function partsOf(version: DomVersion): DomPart[] {
  return version.parts?.map((part) => ({ ...version, ...part })) ?? [version];
}

/** Whether it reads the page itself and, beside it, frames of it: what stands in the one may be opened in the other. */
export function opensInFrames(version: DomVersion): boolean {
  const parts = partsOf(version);
  return parts.some(({ within }) => within !== undefined) && parts.some(({ within }) => within === undefined);
}
