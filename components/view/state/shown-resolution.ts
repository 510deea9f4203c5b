import { idOfRef } from '../../../lib/domain/contact/contact-ref.ts';
import { isAnswer, sameIdentifier, sameQuestion } from '../../../lib/domain/contact/identifier.ts';
import type {
  Assignment,
  LiveInteraction,
  MatchReason,
  Resolution,
} from '../../../lib/domain/interaction/live.ts';

/**
 * The last of the wrong-person guards: what may be drawn for an interaction. A contact whose reason does not fit this
 * very interaction (another ClientID, another ContactID, somebody the agent rejected) is not drawn, whatever the state
 * says; the view then shows that it is still looking. The engine checks first; this holds if it ever fails.
 */
export function shownResolution(interaction: LiveInteraction): Resolution {
  const { resolution } = interaction;
  switch (resolution.status) {
    case 'matched': {
      if (!belongs(interaction, resolution.contact.id, resolution.reason)) return looking(interaction);
      const { assignment, ...rest } = resolution;
      return assignment && fits(interaction, assignment) ? resolution : rest;
    }
    case 'ambiguous':
      return sameQuestion(resolution.identifier, interaction.identifier) ? resolution : looking(interaction);
    case 'unmatched':
      return !resolution.identifier || sameQuestion(resolution.identifier, interaction.identifier)
        ? resolution
        : looking(interaction);
    case 'failed': {
      const { stale, ...rest } = resolution;
      return stale && belongs(interaction, stale.contact.id, stale.reason) ? resolution : rest;
    }
    default:
      return resolution;
  }
}

function belongs(interaction: LiveInteraction, contactId: string, reason: MatchReason): boolean {
  // The agent's own choice stands above what the host says.
  if (reason.by === 'chosen' || reason.by === 'created') return true;
  if (interaction.rejected.includes(contactId)) return false;
  if (reason.by === 'client-id')
    return (
      reason.identifier !== undefined &&
      interaction.identifier !== undefined &&
      isAnswer(reason.identifier, interaction.identifier)
    );
  // A host names a contact as its CRM does.
  const named = interaction.facts.contactId;
  return named === idOfRef(contactId) || (named !== undefined && named === reason.mergedFrom);
}

function fits(interaction: LiveInteraction, assignment: Assignment): boolean {
  return sameIdentifier(assignment.identifier, interaction.identifier);
}

function looking(interaction: LiveInteraction): Resolution {
  const { identifier, startedAt } = interaction;
  return { status: 'resolving', by: 'client-id', since: startedAt, ...(identifier && { identifier }) };
}
