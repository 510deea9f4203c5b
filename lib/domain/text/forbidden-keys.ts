/** Names of members that no file of data may speak of: they would reach into objects' own workings. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
