import type { ViewState } from '../../lib/domain/view-state.ts';
import { channelIcon } from '../parts/channel-icon.ts';
import { Icon } from '../parts/Icon.tsx';
import { Initials } from '../parts/Initials.tsx';
import { contactName, whereFrom } from '../words/contact-words.ts';
import { listTime } from '../words/format-time.ts';
import { viewWords } from '../words/view-words.ts';
import { HostNote } from './HostNote.tsx';
import { useView } from './state/view-context.ts';
import { takeTestCall } from './test-call.ts';

/** No interaction: the contacts of the last ones, and what keeps calls from being seen. */
export function Idle({ state }: { state: ViewState }) {
  const view = useView();
  const { store, actions } = view;
  const words = viewWords().idle;
  return (
    <>
      {state.hosts.map((host) => (
        <HostNote key={host.origin} host={host} />
      ))}
      <div class="lead">
        <h1 class="title" tabIndex={-1}>
          {words.recent}
        </h1>
        {state.recent.length === 0 && <p>{words.nobody}</p>}
        {state.recent.length === 0 && actions.takeTestCall && (
          <button type="button" class="btn" onClick={() => void takeTestCall(view)}>
            {words.testCall}
          </button>
        )}
      </div>
      <ul class="people">
        {state.recent.map(({ contact, channel, direction, at }) => (
          <li key={contact.id}>
            <button type="button" class="pick" onClick={() => store.browse.open(contact)}>
              <Initials contact={contact} medium />
              <span>
                <b class="cut">
                  <bdi>{contactName(contact)}</bdi>
                </b>
                <span class="facts cut" title={whereFrom(contact)}>
                  <bdi>{whereFrom(contact)}</bdi>
                </span>
              </span>
              <span class="end">
                <Icon of={channelIcon(channel, direction)} small />
                <time>{listTime(at, store.now.value)}</time>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
