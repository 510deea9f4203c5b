import { identifierKinds } from '../../../lib/domain/contact/identifier.ts';
import type { CrmDefinition } from '../../../lib/domain/crm/crm-definition.ts';
import type { ReadCrmDefinition } from '../../../lib/domain/crm/crm-definition-problems.ts';
import { counted } from '../../words/counted.ts';
import { identifierLabel } from '../../words/identifier-words.ts';
import { Sign } from '../parts/Sign.tsx';

/** What a definition lets Ringside do, or where it is wrong. Changes as it is typed. */
export function DefinitionVerdict({ id, read }: { id: string; read: ReadCrmDefinition }) {
  return (
    <section class="boxed judged" aria-label="The definition">
      <header id={id}>
        <Sign verdict={read.ok ? 'ok' : 'bad'} />
        <span class="what">
          <b>{read.ok ? `${read.definition.name}: this can be used` : read.reason}</b>
          {read.ok && <small>{offers(read.definition)}</small>}
        </span>
      </header>
      {!read.ok && read.problems.length > 0 && (
        <ul>
          {read.problems.map(({ path, expected }) => (
            <li key={`${path} ${expected}`} class="wrongpart">
              <code dir="ltr">{path}</code>
              <span>{expected}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function offers({ identifiers, search, create, update, fields }: CrmDefinition): string {
  const kinds = identifierKinds.filter((kind) => identifiers[kind]?.find);
  const links = Object.values(identifiers).some((one) => one && !one.readOnly);
  const names = kinds.map((kind) => startSmall(identifierLabel(kind))).join(', ');
  const can = [
    kinds.length > 0 && `finds by ${names}`,
    search && 'searches',
    create && 'creates',
    update && 'edits',
    links && 'links',
    counted(fields.length, 'field', 'fields'),
  ].filter((one) => typeof one === 'string');
  const text = can.join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function startSmall(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
