import type { DomValue, DomVersion } from '../../../domain/host/host-rules-dom.ts';
import type { EventVersion } from '../../../domain/host/host-rules-events.ts';
import { partsOf } from './parts-of.ts';
import { list } from './row-reader.ts';

const longest = 200;

/**
 * Where a version of a rule looks for the ClientID, as it is written there: for those who mend it. `:scope` is the row itself,
 * `url` and `title` are those of the page. Empty: nowhere.
 */
export function numberPlaces(version: DomVersion | EventVersion): string {
  const places =
    'events' in version
      ? paths(version)
      : partsOf(version).flatMap(({ clientId }) => list(clientId).map(placeOf));
  return [...new Set(places)].join(', ').slice(0, longest);
}

function placeOf({ at = '', read, attribute }: DomValue): string {
  if (read === 'url' || read === 'title') return read;
  const place = read === 'attribute' ? `${at}[${attribute}]` : at;
  return place || ':scope';
}

function paths(version: EventVersion): string[] {
  return [version, ...version.events].flatMap(({ clientId, caller, callee }) =>
    [clientId, caller, callee].flatMap((rules) =>
      list(rules).map((one) => (typeof one === 'string' ? one : one.path)),
    ),
  );
}
