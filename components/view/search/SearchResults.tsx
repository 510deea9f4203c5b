import { UserPlus } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { capabilitiesOf } from '../../../lib/domain/interaction/capabilities-of.ts';
import { connectionOf } from '../../../lib/domain/interaction/connections-of.ts';
import type { Connection } from '../../../lib/domain/interaction/live.ts';
import type { FoundBy } from '../../../lib/domain/search/found.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { crmNames, crmNamesOf } from '../../words/crm-names.ts';
import { errorWords } from '../../words/error-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { type FoundIn, isAnswered, isOffered, type Search } from '../state/search-store.ts';
import { creatingConnections, searchedConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';
import { FoundContact } from './FoundContact.tsx';
import { resultId, resultsId } from './SearchBox.tsx';

/** What a search found, in place of the contact, best first. */
export function SearchResults(props: { scope: string; search: Search; onChoose: (index: number) => void }) {
  const { scope, search } = props;
  const { store, asked } = useView();
  const several = searchedConnections(asked).length > 1;
  const refused = search.found.find(({ error }) => error);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[search.active]?.scrollIntoView?.({ block: 'nearest' });
  }, [search.active]);
  const { found: words, idle, tryAgain } = viewWords();
  const offered = isOffered(search);
  const query = safeText(search.query.trim(), 64);
  return (
    <>
      <h1 class="hide" tabIndex={-1}>
        {words.title}
      </h1>
      <div class="lead">
        <p class="small count">
          <bdi>{offered ? idle.recent : countWords(search, asked)}</bdi>
        </p>
        {refused?.error && (
          <p class="small">
            {errorWords(refused.error, nameOf(asked, refused.crm)).next}{' '}
            <button type="button" class="btn" onClick={() => store.search.again(scope)}>
              {tryAgain}
            </button>
          </p>
        )}
      </div>
      {search.contacts.length > 0 && (
        // Focus stays in the search box, which names the active option.
        <div
          class="people"
          role="listbox"
          aria-label={offered ? idle.recent : words.results}
          id={resultsId}
          ref={list}
        >
          {search.contacts.map((contact, index) => (
            <FoundContact
              key={contact.id}
              contact={contact}
              query={search.answered ?? ''}
              why={whyFound(search, contact.id)}
              connection={connectionOf({ connections: asked }, contact.id)}
              crm={several ? crmNamesOf(asked, [contact.id]) : undefined}
              id={resultId(index)}
              active={index === search.active}
              onChoose={() => props.onChoose(index)}
            />
          ))}
        </div>
      )}
      {!offered && creatingConnections(asked).length > 0 && (
        <button
          type="button"
          class="go ruled"
          onClick={() => {
            store.search.close(scope);
            store.creates.open(scope, newContactTyped(search.query.trim()));
          }}
        >
          <Icon of={UserPlus} />
          <span class="cut" title={words.newNamed(query).join('')}>
            {words.newNamed(<bdi>{query}</bdi>)}
          </span>
        </button>
      )}
      <div class="keys bare" aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {words.move}
        </span>
        <span>
          <kbd>{words.keyEnter}</kbd> {words.show}
        </span>
        <span>
          <kbd>{words.keyEscape}</kbd> {scope === '' ? words.back : words.backToCall}
        </span>
      </div>
    </>
  );
}

/** What was searched for is most likely the name, or else the number or address, of the contact to create. */
function newContactTyped(query: string): Record<string, string> {
  if (query.includes('@')) return { email: query };
  return /^[+()\d\s./-]{5,}$/.test(query) ? { phone: query } : { name: query };
}

/** What came of it in each CRM; where there is but one, without further ado. */
function countWords(search: Search, asked: Connection[]): string {
  const searched = searchedConnections(asked);
  const isNew = search.answered === undefined || (!isAnswered(search) && search.contacts.length === 0);
  if (isNew) return lookingWords(searched);
  const said = search.found.map((one) => {
    const connection = searched.find(({ id }) => id === one.crm);
    return connection ? foundWords(one, connection, search.answered ?? '') : '';
  });
  const waiting = searched.filter(({ id }) => search.asking.includes(id));
  return [...said.filter(Boolean), ...(waiting.length > 0 ? [lookingWords(waiting)] : [])].join(' · ');
}

function whyFound({ found }: Search, contactId: string): FoundBy | undefined {
  return found.map(({ why }) => why[contactId]).find((one) => one !== undefined);
}

function lookingWords(connections: Connection[]): string {
  const some = connections.filter((one) => capabilitiesOf(one).search);
  return some.length > 0
    ? sharedWords().reasons.lookingIn(crmNames(some))
    : viewWords().found.lookingInCopies;
}

function foundWords(found: FoundIn, connection: Connection, query: string): string {
  const { contacts, cached, why, total, more, error } = found;
  const { found: words } = viewWords();
  const crm = safeText(connection.crm, 64);
  if (error) return errorWords(error, crm).what;
  if (cached) {
    const canSearch = capabilitiesOf(connection).search;
    const reason = canSearch ? sharedWords().reasons.noAnswer(crm) : words.noSearch(crm);
    return contacts.length === 0 ? words.noCopyFits(reason) : words.copies(total ?? contacts.length, reason);
  }
  const copies = contacts.filter(({ id }) => why[id]?.copy).length;
  const count = contacts.length - copies;
  const own =
    count === 0
      ? words.nobodyFits(crm, safeText(query, 64))
      : words.contacts(count, crm, more ? 'more' : total);
  return copies === 0 ? own : words.andCopies(own, copies);
}

function nameOf(asked: Connection[], id: string): string {
  return crmNames(asked.filter((one) => one.id === id));
}
