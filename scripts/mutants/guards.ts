import { cardGuards } from './guards/card.ts';
import { commandGuards } from './guards/commands.ts';
import { connectionGuards } from './guards/connections.ts';
import { crmGuards } from './guards/crms.ts';
import { engineGuards } from './guards/engine.ts';
import { extensionGuards } from './guards/extension.ts';
import type { Guard } from './guards/guard.ts';
import { handGuards } from './guards/hand.ts';
import { readyGuards } from './guards/ready.ts';
import { serverGuards } from './guards/server.ts';
import { severalGuards } from './guards/several.ts';
import { writeGuards } from './guards/writes.ts';

/** Every guard that `npm run mutants` takes out, by what it protects. */
export const guards: Guard[] = [
  ...engineGuards,
  ...writeGuards,
  ...severalGuards,
  ...extensionGuards,
  ...connectionGuards,
  ...commandGuards,
  ...readyGuards,
  ...cardGuards,
  ...handGuards,
  ...crmGuards,
  ...serverGuards,
];
