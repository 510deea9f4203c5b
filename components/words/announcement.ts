import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { carriersWords } from './carriers-words.ts';
import { contactName } from './contact-words.ts';
import { reasonWords } from './reason-words.ts';
import { sharedWords } from './shared-words.ts';

/** What a screen reader is told of a resolution; undefined while there is nothing to tell. */
export function announcement(shown: Resolution): string | undefined {
  const { announced, identifiers, interactions } = sharedWords();
  switch (shown.status) {
    case 'matched':
      return announced.match(contactName(shown.contact), reasonWords(shown.reason));
    case 'ambiguous':
      return announced.sentence(carriersWords(shown.candidates, shown.identifier.kind, shown.more));
    case 'unmatched':
      if (!shown.identifier) return announced.noContact;
      return shown.rejected
        ? announced.rejected
        : announced.sentence(identifiers.noContactHas(shown.identifier.kind));
    case 'withheld':
      return announced.sentence(interactions.withheld);
    case 'no-number':
      return announced.sentence(interactions.noNumber);
    case 'failed':
      return shown.stale
        ? announced.copy(contactName(shown.stale.contact), reasonWords(shown.stale.reason))
        : announced.noAnswer;
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
