import type { Contact, ContactIdentifier } from '../../lib/domain/contact/contact.ts';
import type { Connected } from './browser/connected.ts';
import { type Ringside, type StartOptions, startRingside } from './browser/ringside.ts';
import { type CompanionServer, startCompanionServer } from './servers/companion-server.ts';
import { type CrmProxy, startCrmProxy } from './servers/crm-proxy.ts';
import { type PageServer, startPages } from './servers/page-server.ts';

/** What nearly every spec needs: the servers, and a Chromium with Ringside. */
export interface Stage extends Servers {
  ringside: Ringside;
  /** Connects these hosts (the test pages at `localhost`, if none are named) and the CRM behind the proxy. */
  connect(more?: Partial<Connected>): Promise<void>;
}

/** A CRM with a proxy before it, and pages on another site. */
export interface Servers {
  crm: CompanionServer;
  proxy: CrmProxy;
  pages: PageServer;
  /** The hosts and the CRM of `connect`, for whatever browser is to be connected. */
  connected(more?: Partial<Connected>): Connected;
  /** Who has this phone number in the CRM now. */
  owners(phone: string): Promise<string[]>;
  /** Makes a contact in the CRM with a phone number. */
  contact(
    name: string,
    phone: string,
    more?: { identifiers?: ContactIdentifier[]; fields?: Contact['fields'] },
  ): Promise<Contact>;
  stop(): Promise<void>;
}

export async function setStage(options: StartOptions = {}): Promise<Stage> {
  const [servers, ringside] = await Promise.all([startServers(), startRingside(options)]);
  return {
    ...servers,
    ringside,
    connect: (more) => ringside.connect(servers.connected(more)),
    async stop() {
      await ringside.stop();
      await servers.stop();
    },
  };
}

export async function startServers(): Promise<Servers> {
  const [crm, pages] = await Promise.all([startCompanionServer(), startPages()]);
  const proxy = await startCrmProxy(crm.url);
  return {
    crm,
    proxy,
    pages,
    connected: (more = {}) => ({
      hosts: [pages.origin()],
      crm: { url: proxy.url, token: crm.token },
      ...more,
    }),
    contact: (name, phone, { identifiers = [], fields = {} } = {}) =>
      crm.api<Contact>('POST', '/contacts', {
        name,
        kind: 'person',
        identifiers: [{ kind: 'phone', value: phone }, ...identifiers],
        fields: { language: 'en', ...fields },
      }),
    async owners(phone) {
      const identifier = { kind: 'phone', value: phone };
      const { contacts } = await crm.api<{ contacts: Contact[] }>('POST', '/contacts/lookup', { identifier });
      return contacts.map(({ name }) => name);
    },
    async stop() {
      await Promise.all([proxy.stop(), pages.stop()]);
      await crm.stop();
    },
  };
}
