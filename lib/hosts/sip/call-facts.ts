import type { HostInteraction } from '../../domain/host/host-event.ts';
import { decode, readAddresses } from './read-addresses.ts';
import { type Party, readCallee, readInvited } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';

const maxAttributes = 8;
const maxTextLength = 256;
const maxCorrelation = 8;
/** Headers by which exchanges pass on an id of the whole call, over all its legs. */
const idOfCall =
  /^x-(?:[a-z0-9-]+-)?(?:call-?id|call-?uuid|uuid|guid|ucid|linked-?id|unique-?id|interaction-?id|conversation-?id)$/;

export type CallFacts = Party & Pick<HostInteraction, 'contactId' | 'campaign' | 'attributes'>;

/** What an INVITE says besides direction and state. `campaignHeader` in lower case. */
export function factsOfInvite({ headers, sent }: SipFrame, campaignHeader: string): CallFacts {
  const campaign = readText(headers[campaignHeader]);
  const contactId = contactIdOf(headers);
  const diverted = readAddresses(headers.diversion ?? '')[0]?.user ?? '';
  const attributes = [
    ...Object.entries(headers)
      .filter(([name]) => name.startsWith('x-') && name !== campaignHeader && name !== 'x-contact-id')
      .map(([name, value]) => [name, readText(value)] as const)
      .filter(([, value]) => value !== '')
      .slice(0, maxAttributes),
    ...(diverted === '' ? [] : [['diversion', diverted.slice(0, maxTextLength)] as const]),
  ];
  return {
    ...(sent ? readCallee(headers) : readInvited(headers)),
    ...(contactId !== '' && { contactId }),
    ...(campaign !== '' && { campaign: { id: campaign, name: campaign } }),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
  };
}

export function contactIdOf(headers: SipFrame['headers']): string {
  return readText(headers['x-contact-id']);
}

/** Ids under which others may know these legs of one call. */
export function correlationOf(legs: readonly { callId: string; invite: SipFrame }[]): string[] {
  const ids = legs.flatMap(({ callId, invite }) => [
    callId,
    ...Object.entries(invite.headers)
      .filter(([name]) => idOfCall.test(name))
      .map(([, value]) => readText(value)),
  ]);
  return [...new Set(ids.filter((id) => id !== ''))].slice(0, maxCorrelation);
}

/** A header's words: without quotes, percent signs decoded where they are well formed. */
function readText(value: string | undefined): string {
  const bare = (value ?? '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\\(.)/g, '$1');
  return decode(bare).slice(0, maxTextLength);
}
