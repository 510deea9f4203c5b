import { type DiagnosedEvent, keptEvents } from '../../../lib/domain/host/host-diagnostics.ts';
import { optionsWords } from '../../words/options-words.ts';
import { eventTime, eventWords, whyWords } from './diagnostics-words.ts';

interface Props {
  /** Oldest first. */
  events: readonly DiagnosedEvent[];
  labelOf(adapter: string): string;
}

/** The last events of a page, the newest first. */
export function DiagnosticsEvents({ events, labelOf }: Props) {
  if (events.length === 0) return null;
  const words = optionsWords().diagnostics;
  return (
    <details class="advanced events" open>
      <summary>{events.length < keptEvents ? words.lastFew(events.length) : words.last(keptEvents)}</summary>
      <ol aria-label={words.lastEvents}>
        {events.toReversed().map((event, index) => (
          // An event is nothing but what is shown of it: two alike are alike.
          <li key={index}>
            <time class="num" dateTime={new Date(event.at).toISOString()}>
              {eventTime(event.at)}
            </time>
            <span>
              {eventWords(event.facts)}
              {event.interaction && (
                <>
                  {' '}
                  <code dir="ltr">#{event.interaction}</code>
                </>
              )}
              {event.reason && <p class="warned">{whyWords(event)}</p>}
            </span>
            <span class="by">
              {event.adapter !== '' && labelOf(event.adapter)}
              {event.times > 1 && ` ${event.times}×`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
