import { History } from 'lucide-preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { Icon } from '../../parts/Icon.tsx';
import { sentenceTime } from '../../words/format-time.ts';
import { spokeWords } from '../../words/spoke-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';

/** What matters now of a contact: when they were last in touch, and with whom. Never absent, so that nothing moves. */
export function NowSlot({ contact, crm }: { contact: Contact; crm: string }) {
  const { store, connection } = useView();
  const words = viewWords().now;
  const spoke = spokeWords(contact, { connection, now: store.now.value, when: sentenceTime });
  const first = spoke ? [spoke.before, spoke.when].filter(Boolean).join(' ') : words.unknown;
  const second = spoke
    ? (spoke.after ?? (spoke.when ? words.recorded(crm) : words.nothing(crm)))
    : words.notTold(crm);
  return (
    <section class="now" aria-label={words.last}>
      <Icon of={History} />
      <p title={`${first} · ${second}`}>
        <b class="cut">{first}</b>
        <span class="cut">{second}</span>
      </p>
    </section>
  );
}

/** The same place while the contact is looked for. */
export function NowBones() {
  return (
    <div class="now" aria-hidden="true">
      <span class="bone" style={{ inlineSize: '16px' }} />
      <p>
        <span class="bone" style={{ inlineSize: '148px' }} />
        <span class="bone" style={{ inlineSize: '96px' }} />
      </p>
    </div>
  );
}
