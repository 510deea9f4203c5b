import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { contactName } from './contact-words.ts';
import { identifierText } from './identifier-words.ts';
import { kindWords } from './interaction-words.ts';
import { sharedWords } from './shared-words.ts';

/** What an interaction is called: a name only once it is known, till then the number. */
export interface Title {
  text: string;
  /** A number, address or id: set apart from the direction of the text around it. */
  isIdentifier: boolean;
}

export function interactionTitle(interaction: LiveInteraction, shown: Resolution): Title {
  const contact = shownContact(shown);
  if (contact) return { text: contactName(contact), isIdentifier: false };
  if (interaction.identifier) return { text: identifierText(interaction.identifier), isIdentifier: true };
  if (shown.status === 'withheld') return { text: sharedWords().interactions.withheld, isIdentifier: false };
  if (shown.status === 'no-number') return { text: sharedWords().interactions.noNumber, isIdentifier: false };
  const name = interaction.facts.displayName && safeText(interaction.facts.displayName, 128).trim();
  return { text: name || kindWords(interaction), isIdentifier: false };
}

/** The contact that is drawn for a resolution, a saved copy included. */
export function shownContact(shown: Resolution): Contact | undefined {
  if (shown.status === 'matched') return shown.contact;
  return shown.status === 'failed' ? shown.stale?.contact : undefined;
}
