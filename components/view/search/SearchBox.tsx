import { Search as SearchIcon, X } from 'lucide-preact';
import type { RefObject } from 'preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { Icon } from '../../parts/Icon.tsx';
import { viewWords } from '../../words/view-words.ts';
import { isAnswered } from '../state/search-store.ts';
import { useView } from '../state/view-context.ts';

/** Ids that tie the search box to its list of results. */
export const resultsId = 'search-results';
export function resultId(index: number): string {
  return `${resultsId}-${index}`;
}

/** The search box, always there. Arrows move in the results, Enter shows one, Esc goes back. */
export function SearchBox(props: {
  scope: string;
  input: RefObject<HTMLInputElement | null>;
  disabled: boolean;
  savedCopies: boolean;
  /** Contacts of the last interactions, newest first. */
  recent: Contact[];
  onChoose: (index: number) => void;
}) {
  const { scope, input, disabled } = props;
  const { store, focusContact } = useView();
  const search = store.search.get(scope);
  const words = viewWords();
  const listed = search !== undefined && search.contacts.length > 0;
  const offer = () => store.search.offer(scope, props.recent);
  const leave = () => {
    store.search.close(scope);
    focusContact();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps && !search) offer();
    if (steps && store.search.get(scope)?.contacts.length) store.search.move(scope, steps);
    else if (event.key === 'Enter' && listed && search.active >= 0 && isAnswered(search))
      props.onChoose(search.active);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element itself is not in every browser yet
    <div class="search" role="search">
      <Icon of={SearchIcon} />
      <input
        key={scope}
        ref={input}
        class="in"
        type="search"
        aria-label={words.search}
        placeholder={props.savedCopies ? words.searchCopies : words.search}
        aria-autocomplete="list"
        aria-controls={listed ? resultsId : undefined}
        aria-activedescendant={listed && search.active >= 0 ? resultId(search.active) : undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        disabled={disabled}
        value={search?.query ?? ''}
        onInput={(event) => store.search.type(scope, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onClick={offer}
      />
      {search ? (
        <button
          type="button"
          class="btn icon sm clear"
          aria-label={words.found.clear}
          onClick={() => {
            store.search.close(scope);
            input.current?.focus();
          }}
        >
          <Icon of={X} small />
        </button>
      ) : (
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      )}
    </div>
  );
}
