/** Tests, and what only tests use, may look into any room; nobody may look into them. */
export function isTest(path: string): boolean {
  const isExample = /^lib\/(hosts|crms)\/[^/]+\/example\.ts$/.test(path);
  return isExample || /\.(test|races\.test|spec)\.tsx?$|-for-tests\.tsx?$/.test(path);
}
