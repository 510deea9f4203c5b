import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { until } from '../../../scripts/process/until.ts';
import type { PageServer } from '../servers/page-server.ts';

/** The host page's site, and beside it the site of the vendor's frame. */
export interface ContractPages {
  /** The page around, whose origin is connected. */
  host: string;
  /** The vendor's origin, another site. */
  vendor: string;
  /** The real libraries, as their packages ship them. */
  streams: string;
  hubspot: string;
}

const require = createRequire(import.meta.url);
const script = { 'content-type': 'text/javascript; charset=utf-8' };

/** Puts pages that hold vendors' own libraries, and stand-ins for what needs a vendor's account, on both sites. */
export async function putContractPages(pages: PageServer): Promise<ContractPages> {
  const host = pages.origin('localhost');
  const vendor = pages.origin('127.0.0.1');
  const [streams, hubspot] = await Promise.all([
    readFile(require.resolve('amazon-connect-streams'), 'utf8'),
    readFile(require.resolve('@hubspot/calling-extensions-sdk'), 'utf8'),
  ]);
  pages.put('/streams.js', streams, script);
  pages.put('/hubspot.js', hubspot, script);

  /** Any vendor's frame: says what a test tells it to. */
  pages.put(
    '/frame',
    `<!doctype html><title>Frame</title><script>
       window.say = (message) => parent.postMessage(message, '${host}');
     </script>`,
  );
  pages.put(
    '/around-a-frame',
    `<!doctype html><title>Page around</title><iframe src="${vendor}/frame"></iframe>`,
  );
  pages.put(
    '/around-its-own-frame',
    `<!doctype html><title>Page around</title><iframe src="${host}/frame"></iframe>`,
  );

  // The part of HubSpot: its SDK's frame manager, as the page around a calling app.
  pages.put(
    '/hubspot',
    `<!doctype html><title>HubSpot</title><div id="phone"></div><script src="/hubspot.js"></script><script>
       window.heard = [];
       new IFrameManager({
         iFrameOptions: { src: '${vendor}/calling-app', width: '400', height: '600', hostElementSelector: '#phone' },
         debugMode: false,
         onMessageHandler: ({ type }) => heard.push(type),
       });
     </script>`,
  );
  pages.put(
    '/calling-app',
    `<!doctype html><title>Calling app</title><script src="/hubspot.js"></script><script>
       window.app = new self.default({
         debugMode: false,
         eventHandlers: { onReady: () => { window.ready = true; }, defaultEventHandler() {} },
       });
     </script>`,
  );

  // 8x8's workspace holds a partner's app, of the connected origin, and hands it a port.
  pages.put(
    '/workspace',
    `<!doctype html><title>Workspace</title><iframe src="${host}/partner-app"></iframe><script>
       const { port1, port2 } = new MessageChannel();
       window.say = (type, message) => port1.postMessage({ type, message });
       onload = () => frames[0].postMessage('init', '${host}', [port2]);
     </script>`,
  );
  pages.put(
    '/partner-app',
    `<!doctype html><title>Partner's app</title><script>
       window.heard = [];
       addEventListener('message', ({ data, ports }) => {
         if (data === 'init') ports[0].onmessage = (message) => heard.push(message.data.type);
       });
     </script>`,
  );

  pages.put(
    '/connect',
    `<!doctype html><title>CRM with Connect</title><div id="ccp" style="width:400px;height:600px"></div>
     <script src="/streams.js"></script><script>
       connect.core.initCCP(document.getElementById('ccp'), {
         ccpUrl: '${vendor}/ccp', loginPopup: false, softphone: { allowFramedSoftphone: false },
       });
     </script>`,
  );
  // What the CCP says to Streams: that it is there, the agent with all contacts, and which one is in view.
  pages.put(
    '/ccp',
    `<!doctype html><title>CCP</title><script>
       const say = (event, data) => parent.postMessage({ event, data }, '${host}');
       addEventListener('message', ({ source, data }) => {
         if (source === parent && data.event === 'synchronize') say('acknowledge', { id: 'stub' });
       });
       say('acknowledge', { id: 'stub' });
       window.view = (contactId) => say('contact::view', { contactId });
       window.update = (contacts) => say('agent::update', {
         configuration: { name: 'Agent', permissions: [], routingProfile: { routingProfileId: 'arn:aws:connect:eu-west-2:1:instance/0a-1/routing-profile/1' } },
         snapshot: { state: { name: 'Available', type: 'routable', startTimestamp: new Date() }, contacts, localTimestamp: new Date(), skew: 0 },
       });
     </script>`,
  );
  return { host, vendor, streams: `${host}/connect`, hubspot: `${host}/hubspot` };
}

/** The frame of `page` at this path, once it is there. */
export function frameAt(page: Page, path: string): Promise<Frame> {
  return until(`the frame at ${path}`, () =>
    page.frames().find((frame) => frame !== page.mainFrame() && new URL(frame.url()).pathname === path),
  );
}

/** A contact as the CCP tells it to Streams. */
export function connectContact(id: string, state: string, more: Record<string, unknown> = {}) {
  const { phoneNumber = '+46850551234', connection = state, ...rest } = more;
  const stateOf = (type: unknown) => ({ type, timestamp: new Date() });
  const endpoint = { type: 'phone_number', phoneNumber, name: null };
  return {
    contactId: id,
    initialContactId: null,
    type: 'voice',
    initiationMethod: 'inbound',
    state: stateOf(state),
    queue: { name: 'Field service', queueARN: 'arn:queue/1' },
    attributes: { policy: { name: 'policy', value: 'P-7' } },
    connections: [
      { connectionId: `${id}-agent`, type: 'agent', initial: false, state: stateOf(state) },
      {
        connectionId: `${id}-customer`,
        type: 'inbound',
        initial: true,
        state: stateOf(connection),
        endpoint,
      },
    ],
    ...rest,
  };
}
