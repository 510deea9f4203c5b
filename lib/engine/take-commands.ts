import { CrmError, type SafeCrmError } from '../domain/crm/crm-error.ts';
import type { CommandParts, Refused } from './commands/command.ts';
import {
  type CommandReply,
  crmOf,
  isOfNobody,
  isWrite,
  keepFor,
  type Owners,
  obey,
  type ViewCommand,
} from './commands/commands.ts';
import type { Connections } from './connection/connections.ts';
import type { Party } from './connection/standing.ts';

const signedOut: Refused = { ok: false, error: { code: 'signed-out' } };

interface TakeCommandsParts {
  connections: Connections;
  commands: CommandParts;
  /** This party's credential was refused. */
  onSignedOut: (crm: string, party: Party) => void;
}

/**
 * Does what a view asks for, on whose screen it was meant: `owners`, or who is signed in now. What was meant on another's is
 * refused, and a write stays with them; what was read for one agent is not for the next one's eyes.
 */
export function createTakeCommands({ connections, commands, onSignedOut }: TakeCommandsParts) {
  return async (command: ViewCommand, owners: Owners): Promise<CommandReply> => {
    const about = crmOf(commands, command);
    const asked = connections.all().filter(({ id }) => about === undefined || id === about);
    const parties = asked.flatMap(({ id, standing }) => {
      const party = standing.now();
      return party ? [{ id, standing, party }] : [];
    });
    const isOn = asked.every(({ id, standing }) => standing.isOn(owners[id]));
    if (!isOn && !isOfNobody(command)) {
      const owner = about !== undefined && owners[about];
      if (owner) keepFor(commands, owner, command);
      return signedOut;
    }
    try {
      const reply = await obey(commands, command);
      const theirs = parties.every(({ standing, party }) => standing.still(party));
      return theirs || !reply.ok || isWrite(command) ? reply : signedOut;
    } catch (cause) {
      const error: SafeCrmError = cause instanceof CrmError ? cause.safe : { code: 'bad-reply' };
      const [only, ...others] = parties;
      if (error.code === 'signed-out' && only && others.length === 0) onSignedOut(only.id, only.party);
      return { ok: false, error };
    }
  };
}
