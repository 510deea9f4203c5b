import type { HostEvent } from '../../domain/host/host-event.ts';
import { ruleFileSchema } from '../../domain/host/host-rules.ts';
import type { HostContext } from '../host.ts';
import adapter from './adapter.ts';

const desk = 'https://desk.example';

/** A page whose own messages are read by one version of a rule for chats; `told` has a line for each event. */
export function openMessagePage(version: object) {
  const versions = [{ since: '2026-09-01', origins: ['self'], ...version }];
  const rule = { id: 'chats', read: 'message', channel: 'chat', where: [{ host: '*' }], versions };
  const { rules } = ruleFileSchema.parse({ version: 1, id: 'file', label: 'Test', rules: [rule] });
  const location = { origin: desk, host: 'desk.example', pathname: '/', search: '', hash: '' };
  const page = Object.assign(new EventTarget(), { location });
  const said: HostEvent[] = [];
  adapter.start({
    emit: (event) => said.push(event),
    signal: new AbortController().signal,
    window: page as unknown as HostContext['window'],
    options: { campaignHeader: 'X-Campaign', rules },
    tap: { listen: () => {}, ask: () => {} },
  });
  const post = (data: unknown) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin: desk, source: page }));
  const told = () =>
    said.flatMap((event) => {
      if (event.type === 'focus') return [`focus ${event.interactionId}`];
      if (event.type !== 'interaction') return [];
      const { id, state, campaign, queue = '' } = event.interaction;
      return [[state, id, campaign?.name ?? '', queue].filter((word) => word !== '').join(' ')];
    });
  return { told, post };
}
