import { ArrowLeft, Clock, User } from 'lucide-preact';
import { Icon } from '../parts/Icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { ago } from '../words/format-time.ts';
import { viewWords } from '../words/view-words.ts';
import { NowSlot } from './body/NowSlot.tsx';
import { NameEditor, NamePen } from './fields/NameEditor.tsx';
import { Sections } from './fields/Sections.tsx';
import { ContactHead } from './head/Head.tsx';
import type { Browsed } from './state/browse-store.ts';
import { useView } from './state/view-context.ts';

/** A contact the agent opened with no interaction: every section, and the way back. */
export function BrowsedContact({ browsed, crm }: { browsed: Browsed; crm: string }) {
  const { store, connection } = useView();
  const { contact, at, error } = browsed;
  const words = viewWords();
  return (
    <>
      <ContactHead
        contact={contact}
        tools={<NamePen contact={contact} scope="" />}
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
      <NowSlot contact={contact} crm={crm} />
      <NameEditor key={contact.id} contact={contact} scope="" crm={crm} />
      <Sections
        key={contact.id}
        contact={contact}
        scope=""
        workspace={connection?.workspace ?? null}
        facts={null}
        mode={store.browseMode.value}
        crm={crm}
      />
    </>
  );
}
