import { createServer } from 'node:http';
import { freePort } from '../../../scripts/process/free-port.ts';
import { bodyOf } from './pass-through.ts';

/** As Dolibarr gives a contact: three places for phones, and no more. */
export interface SlotContact {
  id: string;
  lastname: string;
  phone_pro: string;
  phone_perso: string;
  phone_mobile: string;
}

export interface ThreeSlotCrm {
  url: string;
  contacts: SlotContact[];
  /** Every request that would change something. */
  writes: string[];
  stop(): Promise<void>;
}

/** Not Dolibarr, but made up: it answers in the shape of Dolibarr's REST API, for contacts whose places for phones are full. */
export async function startThreeSlotCrm(contacts: SlotContact[]): Promise<ThreeSlotCrm> {
  const port = await freePort();
  const writes: string[] = [];
  const server = createServer(async (request, response) => {
    const body = (await bodyOf(request)).toString();
    if (request.method !== 'GET') writes.push(`${request.method} ${request.url} ${body}`);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace('/api/index.php', '');
    const [status, answer] = answerTo(path, url.searchParams.get('sqlfilters') ?? '', contacts);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    contacts,
    writes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(path: string, filter: string, contacts: SlotContact[]): [status: number, answer: unknown] {
  if (path === '/users/info') return [200, { id: '1', login: 'agent' }];
  if (path === '/status') return [200, { success: { code: 200, dolibarr_version: '19.0.2' } }];
  if (path === '/setup/extrafields') return [200, { socpeople: {} }];
  if (path === '/contacts') {
    const wanted = /'(?:%25|%)(.*?)(?:%25|%)'/.exec(filter)?.[1]?.replace(/%25|%/g, '') ?? '';
    const found = contacts.filter((one) => reads(one).includes(wanted.toLowerCase()));
    return found.length > 0 ? [200, found.map(whole)] : [404, { error: { code: 404 } }];
  }
  const one = contacts.find(({ id }) => path === `/contacts/${id}`);
  return one ? [200, whole(one)] : [404, { error: { code: 404 } }];
}

/** The name, and each number by its digits alone, as patterns are compared here. */
function reads({ lastname, ...slots }: SlotContact): string {
  const digits = Object.values(slots).map((text) => text.replace(/\D/g, ''));
  return [lastname.toLowerCase(), ...digits].join(' ');
}

function whole(contact: SlotContact) {
  return { ...contact, firstname: '', email: '', date_modification: 1_795_211_157, array_options: [] };
}
