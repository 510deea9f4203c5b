import { ArrowLeft, Clock, User } from 'lucide-preact';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { ago } from '../words/format-time.ts';
import { viewWords } from '../words/view-words.ts';
import { Sections } from './fields/Sections.tsx';
import { ContactHead } from './head/Head.tsx';
import type { Browsed } from './state/browse-store.ts';
import { useView } from './state/view-context.ts';

/** A contact the agent opened with no interaction: every section, and the way back. */
export function BrowsedContact({ browsed, state, crm }: { browsed: Browsed; state: ViewState; crm: string }) {
  const { store } = useView();
  const { contact, at, error } = browsed;
  const words = viewWords();
  return (
    <>
      <ContactHead
        contact={contact}
        now={store.now.value}
        why={{
          icon: error ? Clock : User,
          voice: error ? 'stale' : 'act',
          reason: error ? words.browsed.copy : words.browsed.opened,
          note: error
            ? [{ mayCut: errorWords(error, crm).what }]
            : [{ mayCut: crm }, at === undefined ? words.browsed.reading : ago(at, store.now.value)],
          children: (
            <button type="button" class="btn plain" onClick={store.browse.close}>
              <Icon of={ArrowLeft} small flip />
              {words.back}
            </button>
          ),
        }}
      />
      <Sections
        key={contact.id}
        contact={contact}
        scope=""
        workspace={state.workspace}
        facts={null}
        mode={store.browseMode.value}
        crm={crm}
      />
    </>
  );
}
