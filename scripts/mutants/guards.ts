import type { Guard } from './guard.ts';
import { crmGuards } from './guards/crms.ts';
import { extensionGuards } from './guards/extension.ts';

/** Every guard that `npm run mutants` takes out, by what it protects. */
export const guards: Guard[] = [...extensionGuards, ...crmGuards];
