import { UserPlus } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Initials } from '../../parts/Initials.tsx';
import { contactName, whereFrom } from '../../words/contact-words.ts';
import { errorWords } from '../../words/error-words.ts';
import { sentenceTime } from '../../words/format-time.ts';
import { identifierText } from '../../words/identifier-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { spokeWords } from '../../words/spoke-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { isAnswered, type Search } from '../state/search-store.ts';
import { useView } from '../state/view-context.ts';
import { findMarks } from './find-marks.ts';
import { resultId, resultsId } from './SearchBox.tsx';

/** What a search found, in place of the contact, best first. */
export function SearchResults(props: {
  scope: string;
  search: Search;
  crm: string;
  onChoose: (index: number) => void;
}) {
  const { scope, search, crm } = props;
  const { store, can } = useView();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[search.active]?.scrollIntoView?.({ block: 'nearest' });
  }, [search.active]);
  const { found: words, tryAgain } = viewWords();
  const query = safeText(search.query.trim(), 64);
  return (
    <>
      <h1 class="hide" tabIndex={-1}>
        {words.title}
      </h1>
      <div class="lead">
        <p class="small count">
          <bdi>{countWords(search, crm, can.search)}</bdi>
        </p>
        {search.error && (
          <p class="small">
            {errorWords(search.error, crm).next}{' '}
            <button type="button" class="btn" onClick={() => store.search.again(scope)}>
              {tryAgain}
            </button>
          </p>
        )}
      </div>
      {search.contacts.length > 0 && (
        // Focus stays in the search box, which names the active option.
        <div class="people" role="listbox" aria-label={words.results} id={resultsId} ref={list}>
          {search.contacts.map((contact, index) => (
            <Result
              key={contact.id}
              contact={contact}
              query={search.answered ?? ''}
              id={resultId(index)}
              active={index === search.active}
              onChoose={() => props.onChoose(index)}
            />
          ))}
        </div>
      )}
      {can.create && (
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

function countWords(search: Search, crm: string, canSearch: boolean): string {
  const { found: words } = viewWords();
  const { lookingIn, noAnswer } = sharedWords().reasons;
  if (search.error) return errorWords(search.error, crm).what;
  if (search.answered === undefined || (!isAnswered(search) && search.contacts.length === 0))
    return canSearch ? lookingIn(crm) : words.lookingInCopies;
  const count = search.contacts.length;
  if (search.cached) {
    const why = canSearch ? noAnswer(crm) : words.noSearch(crm);
    return count === 0 ? words.noCopyFits(why) : words.copies(count, why);
  }
  if (count === 0) return words.nobodyFits(crm, safeText(search.answered, 64));
  return words.contacts(count, crm);
}

function Result(props: {
  contact: Contact;
  query: string;
  id: string;
  active: boolean;
  onChoose: () => void;
}) {
  const { contact, query } = props;
  const { store } = useView();
  const spoke = spokeWords(contact, { now: store.now.value, when: sentenceTime });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: reached from the search box by arrows and Enter
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus
    <div
      role="option"
      id={props.id}
      aria-selected={props.active}
      class={`pick${props.active ? ' is-on' : ''}`}
      onClick={props.onChoose}
    >
      <Initials contact={contact} medium />
      <span>
        <b class="cut">
          <Marked text={contactName(contact)} query={query} />
        </b>
        <span class="facts cut" title={secondLine(contact, query)}>
          <Marked text={secondLine(contact, query)} query={query} />
        </span>
      </span>
      <span class="end">
        {spoke.before}
        {spoke.when && ` ${spoke.when}`}
      </span>
    </div>
  );
}

/** Where they are from; or the number or address, where only that explains why they were found. */
function secondLine(contact: Contact, query: string): string {
  const where = whereFrom(contact);
  const found = (text: string) => findMarks(text, query).some((stretch) => stretch.found);
  if (found(contactName(contact)) || found(where)) return where;
  const identifier = contact.identifiers.find((one) => found(identifierText(one)));
  return identifier ? identifierText(identifier) : where;
}

function Marked({ text, query }: { text: string; query: string }) {
  return (
    <bdi>
      {findMarks(text, query).map((stretch, index) =>
        stretch.found ? <mark key={index}>{stretch.text}</mark> : stretch.text,
      )}
    </bdi>
  );
}
