/**
 * The configured origins that the page around this one may have. Browsers that tell the parent's origin spare us the
 * complaints about targets that are not there.
 */
export function possibleParents({ location }: Window, embedOrigins: readonly string[]): readonly string[] {
  const parent = location.ancestorOrigins?.[0];
  return parent === undefined ? embedOrigins : embedOrigins.filter((origin) => origin === parent);
}
