import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Connection } from '../../../lib/domain/interaction/live.ts';
import type { FoundBy } from '../../../lib/domain/search/found.ts';
import { Initials } from '../../parts/Initials.tsx';
import { contactName } from '../../words/contact-words.ts';
import { sentenceTime } from '../../words/format-time.ts';
import { spokeWords } from '../../words/spoke-words.ts';
import { useView } from '../state/view-context.ts';
import { findMarks } from './find-marks.ts';
import { foundLine } from './found-line.ts';

/** One of the results, with what explains why it is there. */
export function FoundContact(props: {
  contact: Contact;
  query: string;
  why: FoundBy | undefined;
  connection: Connection | undefined;
  /** Of which CRM, where there are several. */
  crm: string | undefined;
  id: string;
  active: boolean;
  onChoose: () => void;
}) {
  const { contact, query, why, connection } = props;
  const now = useView().store.now.value;
  const spoke = spokeWords(contact, { connection, now, when: sentenceTime });
  const line = foundLine(contact, { why, connection, now });
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
        <span class="facts cut" title={line}>
          <Marked text={line} query={query} />
        </span>
      </span>
      <span class="end">
        {spoke?.before}
        {spoke?.when && ` ${spoke.when}`}
        {props.crm && <span class="small cut">{props.crm}</span>}
      </span>
    </div>
  );
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
