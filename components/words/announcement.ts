import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { carriersWords } from './carriers-words.ts';
import { contactName } from './contact-words.ts';
import { reasonWords } from './reason-words.ts';
import { sharedWords } from './shared-words.ts';

/** What is announced names nobody; set on the page by whoever reads the settings. */
export function isDiscreet(): boolean {
  return document.documentElement.dataset.discreet === 'true';
}

/** What a screen reader is told of a resolution; undefined while there is nothing to tell. */
export function announcement(shown: Resolution): string | undefined {
  const { announced, identifiers, interactions } = sharedWords();
  switch (shown.status) {
    case 'matched':
      return announced.match(spokenName(shown.contact), reasonWords(shown.reason));
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
        ? announced.copy(spokenName(shown.stale.contact), reasonWords(shown.stale.reason))
        : announced.noAnswer;
    default:
      return undefined;
  }
}

/** What a reader says aloud others may hear: where that is set, that somebody was found and not who. */
function spokenName(contact: Contact): string {
  return isDiscreet() ? sharedWords().contact : contactName(contact);
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
