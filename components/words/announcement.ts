import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { contactName } from './contact-words.ts';
import { carriersWords, identifierNoun } from './identifier-words.ts';
import { reasonWords } from './words.ts';

/** What a screen reader is told of a resolution; undefined while there is nothing to tell. */
export function announcement(shown: Resolution): string | undefined {
  switch (shown.status) {
    case 'matched':
      return `${contactName(shown.contact)}. ${reasonWords(shown.reason)}.`;
    case 'ambiguous':
      return `${carriersWords(shown.candidates.length, shown.identifier.kind)}.`;
    case 'unmatched':
      if (!shown.identifier) return 'No contact.';
      return shown.rejected
        ? 'Not this person. Search or create a contact.'
        : `No contact has this ${identifierNoun(shown.identifier.kind)}.`;
    case 'withheld':
      return 'Number withheld.';
    case 'no-number':
      return 'No number was given.';
    case 'failed':
      return shown.stale
        ? `${contactName(shown.stale.contact)}. Saved copy. ${reasonWords(shown.stale.reason)}.`
        : 'The CRM does not answer.';
    default:
      return undefined;
  }
}

/** Remembers what was announced, so that each match is announced once, and never while another one is in front. */
export class Announcer {
  readonly #said = new Set<string>();
  #current: { signature: string; text: string } | undefined;

  /** The text of the live region for what is drawn now. */
  text(interaction: LiveInteraction | undefined, shown: Resolution | undefined): string {
    const text = shown && announcement(shown);
    if (!interaction || !shown || text === undefined) {
      this.#current = undefined;
      return '';
    }
    const signature = JSON.stringify([interaction.key, text]);
    if (this.#current?.signature !== signature) {
      this.#current = { signature, text: this.#said.has(signature) ? '' : text };
      this.#said.add(signature);
    }
    return this.#current.text;
  }
}
