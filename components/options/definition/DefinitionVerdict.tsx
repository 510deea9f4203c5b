import { identifierKinds } from '../../../lib/domain/contact/identifier-schema.ts';
import type { CrmDefinition } from '../../../lib/domain/crm/crm-definition.ts';
import type { ReadCrmDefinition } from '../../../lib/domain/crm/crm-definition-problems.ts';
import type { Offers } from '../../words/en/options-definition.ts';
import { refusalWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { WrongParts } from '../parts/WrongParts.tsx';

/** What a definition lets Ringside do, or where it is wrong. Changes as it is typed. */
export function DefinitionVerdict({ id, read }: { id: string; read: ReadCrmDefinition }) {
  const words = optionsWords().definition;
  return (
    <section class="boxed judged" aria-label={words.title}>
      <header id={id}>
        <Sign verdict={read.ok ? 'ok' : 'bad'} />
        <span class="what">
          <b>{read.ok ? words.usable(read.definition.name) : refusalWords(read.reason, 'definition')}</b>
          {read.ok && <small>{words.offers(offersOf(read.definition))}</small>}
        </span>
      </header>
      {!read.ok && read.problems.length > 0 && <WrongParts problems={read.problems} />}
    </section>
  );
}

function offersOf({ identifiers, search, create, update, fields }: CrmDefinition): Offers {
  return {
    kinds: identifierKinds.filter((kind) => identifiers[kind]?.find),
    searches: search !== undefined,
    creates: create !== undefined,
    edits: update !== undefined,
    links: Object.values(identifiers).some((one) => one && !one.readOnly),
    fields: fields.length,
  };
}
