import type { Direction, HostInteraction } from '../../domain/host/host-event.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import { languageTag } from '../../domain/text/languages.ts';
import { toChannel, toClientId } from '../frames/client-id.ts';
import { createInteractionLog } from '../frames/interaction-log.ts';
import { type Members, member, members, textOf } from '../frames/read-member.ts';

/** The older portal names no interaction: it has one call and one SMS at a time. */
type PortalChannel = 'phone' | 'sms';
interface PortalLine {
  id: string;
  said: string;
}

const portalBegins = new Map<string, [PortalChannel, Direction]>([
  ['gettingCall', ['phone', 'inbound']],
  ['makeCall', ['phone', 'outbound']],
  ['makeSms', ['sms', 'outbound']],
]);
const portalEnds = new Map<string, PortalChannel>([
  ['finishedCall', 'phone'],
  ['finishedSms', 'sms'],
]);
const maxCategorised = 200;

export interface UcontactInteractions {
  /** What a message of the frame means, in order; none where it means nothing. */
  take(message: unknown): HostInteraction[];
}

/**
 * Keeps what the contract leaves out of its later messages. An interaction is finished when it ends and closed when it is
 * categorised too, whichever comes first. `now` in epoch milliseconds. Sources: Events API
 * (https://docs.ucontactcloud.com/developer/events.html) and, for the older portal, Window Proxy API
 * (https://integra-scm.atlassian.net/wiki/x/AQCxnQ), both read 2026-11-20.
 */
export function createUcontactInteractions(now: () => number): UcontactInteractions {
  const log = createInteractionLog(now);
  /** Ids whose disposition was sent before the end. */
  const categorised = new Map<string, true>();
  const lines = new Map<PortalChannel, PortalLine>();
  let lastEnded: string | undefined;
  let count = 0;

  function begin(id: string, facts: Parameters<typeof log.tell>[1], text: Text) {
    return log.tell(id, {
      ...facts,
      clientId: toClientId(facts.channel ?? 'other', text.clientId),
      // The raw name stays the campaign's id: its arrow tells the direction (B5).
      campaign: text.campaign === '' ? undefined : { id: text.campaign, name: text.campaign },
    });
  }

  const finish = (id: string) => log.tell(id, { state: categorised.delete(id) ? 'closed' : 'finished' });

  function categorise(id: string): HostInteraction | undefined {
    if (log.live(id) === undefined) return log.tell(id, { state: 'closed' });
    keepNewest(categorised, id, true, maxCategorised);
    return undefined;
  }

  function takeEvent(event: string, data: Members): (HostInteraction | undefined)[] {
    const id = textOf(data, 'guid');
    if (id === '') return [];
    if (event === 'finishedInteraction') return [finish(id)];
    if (event === 'sentDisposition') return [categorise(id)];
    if (event !== 'assignedInteraction') return [];
    const text = { clientId: textOf(data, 'clientId'), campaign: textOf(data, 'campaign') };
    const channel = toChannel(textOf(data, 'channel'));
    return [begin(id, { channel, direction: directionOf(text.campaign), state: 'active' }, text)];
  }

  function takeAction(action: string, params: Members): (HostInteraction | undefined)[] {
    const ends = portalEnds.get(action);
    if (ends !== undefined) return [endLine(ends)];
    if (action === 'sentDispositions') {
      const id = lines.get('phone')?.id ?? lines.get('sms')?.id ?? lastEnded;
      return id === undefined ? [] : [categorise(id)];
    }
    const [channel, direction] = portalBegins.get(action) ?? [];
    if (channel === undefined || direction === undefined) return [];
    const text = { clientId: textOf(params, 'number'), campaign: textOf(params, 'campaign') };
    const said = JSON.stringify([direction, text]);
    // A call that rings on says so again.
    if (lines.get(channel)?.said === said) return [];
    const ended = endLine(channel);
    const id = `call ${now().toString(36)} ${++count}`;
    lines.set(channel, { id, said });
    return [ended, begin(id, { channel, direction, state: 'offered' }, text)];
  }

  function endLine(channel: PortalChannel): HostInteraction | undefined {
    const line = lines.get(channel);
    if (line === undefined) return undefined;
    lines.delete(channel);
    lastEnded = line.id;
    return finish(line.id);
  }

  return {
    take(message) {
      const action = textOf(message, 'action');
      const told =
        typeof member(message, 'data') === 'object'
          ? takeEvent(textOf(message, 'event'), members(message, 'data'))
          : takeAction(action, members(message, 'params'));
      return told.filter((one) => one !== undefined);
    },
  };
}

/** What its `changedLanguage` says; undefined in every other message, and where it is no language. */
export function languageIn(message: unknown): string | undefined {
  if (textOf(message, 'event') !== 'changedLanguage') return undefined;
  // What stands in `data` is not published.
  return languageTag(textOf(members(message, 'data'), 'language', 'lang') || textOf(message, 'data'));
}

interface Text {
  clientId: string;
  campaign: string;
}

/** Campaign names end in an arrow: `->` outbound, `<-` inbound. */
function directionOf(campaign: string): Direction {
  return campaign.endsWith('->') ? 'outbound' : 'inbound';
}
