import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DefinedStore, StorePerson } from './defined-store.ts';

type Row = Record<string, string>;

const user = 'agent';
const accessKey = 'k3y of loopback';
const columns = [
  ...['firstname', 'lastname', 'email', 'secondaryemail', 'mobile', 'phone', 'homephone', 'otherphone'],
  ...['title', 'mailingcity', 'mailingcountry', 'leadsource', 'description', 'assigned_user_id'],
];
const described = [
  { name: 'lastname', label: 'Last Name', mandatory: true, type: { name: 'string' }, editable: true },
  { name: 'description', label: 'Description', mandatory: false, type: { name: 'text' }, editable: true },
  {
    name: 'leadsource',
    label: 'Lead Source',
    mandatory: false,
    type: {
      name: 'picklist',
      picklistValues: [
        { value: 'Cold Call', label: 'Cold Call' },
        { value: 'Partner', label: 'Partner' },
      ],
    },
    editable: true,
  },
  { name: 'account_id', label: 'Account', mandatory: false, type: { name: 'reference' }, editable: true },
  { name: 'contact_no', label: 'Contact Id', mandatory: false, type: { name: 'string' }, editable: false },
];

class Refused extends Error {}

/**
 * A STAND-IN, not a Vtiger: that is PHP and MySQL, and no package of ours or Debian's. It speaks as the web service of
 * Vtiger 7 is published: a challenge that is answered with an MD5, a session that every call names, calls that are all
 * answered 200, a query language without brackets, whole records as a JSON text in a form.
 */
export async function startVtigerStandIn(): Promise<DefinedStore & { endSessions(): void }> {
  const rows = new Map<string, Row>();
  const sessions = new Set<string>();
  const challenges = new Set<string>();
  let next = 1;

  function insert(given: Row): Row {
    const id = `12x${next++}`;
    const row: Row = { ...Object.fromEntries(columns.map((name) => [name, ''])), contact_no: `CON${next}` };
    Object.assign(row, given, { id, modifiedtime: stamp() });
    rows.set(id, row);
    return row;
  }

  /** `select * from Contacts where a like 'x' or b = 'y' limit 0, 50;` and nothing else. */
  function query(text: string): Row[] {
    const found = /^select \* from Contacts(?: where (.+?))?(?: limit (\d+), (\d+))?;$/.exec(text);
    if (!found) throw new Refused('QUERY_SYNTAX_ERROR');
    const [, where, from = '0', count = '100'] = found;
    // AND binds before OR; there are no brackets.
    const any = (where ?? '').split(/ or /).map((part) => part.split(/ and /).map(conditionOf));
    const fits = [...rows.values()].filter(
      (row) => where === undefined || any.some((all) => all.every((condition) => condition(row))),
    );
    return fits.slice(Number(from), Number(from) + Math.min(Number(count), 100));
  }

  function call(operation: string, address: URLSearchParams, form: URLSearchParams): unknown {
    if (operation === 'getchallenge') {
      const token = randomUUID();
      challenges.add(token);
      return { token, serverTime: 1, expireTime: 301 };
    }
    if (operation === 'login') {
      const answers = [...challenges].map((token) =>
        createHash('md5')
          .update(token + accessKey)
          .digest('hex'),
      );
      if (form.get('username') !== user || !answers.includes(form.get('accessKey') ?? ''))
        throw new Refused('INVALID_USER_CREDENTIALS');
      const sessionName = randomUUID();
      sessions.add(sessionName);
      return { sessionName, userId: '19x1', version: '0.22', vtigerVersion: '7.5.0' };
    }
    if (address.has('sessionName')) throw new Error('A session in an address.');
    if (!sessions.has(form.get('sessionName') ?? '')) throw new Refused('INVALID_SESSIONID');
    const element = () => JSON.parse(form.get('element') ?? '') as Row;
    switch (operation) {
      case 'retrieve': {
        const id = address.get('id') ?? '';
        if (id === '19x1') return { id, first_name: 'Ada', last_name: 'Lund' };
        const row = rows.get(id);
        if (!row) throw new Refused('RECORD_NOT_FOUND');
        return row;
      }
      case 'query':
        return query(address.get('query') ?? '');
      case 'describe':
        return { name: 'Contacts', fields: described };
      case 'create': {
        const given = element();
        if (!given.lastname || !given.assigned_user_id) throw new Refused('MANDATORY_FIELDS_MISSING');
        return insert(given);
      }
      case 'revise': {
        const { id = '', ...change } = element();
        const row = rows.get(id);
        if (!row) throw new Refused('RECORD_NOT_FOUND');
        return Object.assign(row, change, { modifiedtime: stamp() });
      }
      default:
        throw new Refused('UNKNOWN_OPERATION');
    }
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const form = new URLSearchParams(body);
      response.setHeader('Content-Type', 'application/json');
      try {
        const operation = searchParams.get('operation') ?? form.get('operation') ?? '';
        response.end(JSON.stringify({ success: true, result: call(operation, searchParams, form) }));
      } catch (error) {
        const code = error instanceof Refused ? error.message : 'INTERNAL_SERVER_ERROR';
        response.end(JSON.stringify({ success: false, error: { code, message: 'Said of someone' } }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port of TCP.
  const { port } = server.address() as AddressInfo;

  return {
    settings: { baseUrl: `http://127.0.0.1:${port}/`, user },
    credential: accessKey,
    async add({ first = '', last, numbers = [], email = '', country = '' }: StorePerson) {
      const [mobile = '', phone = '', homephone = ''] = numbers;
      const row = {
        firstname: first,
        lastname: last,
        mobile,
        phone,
        homephone,
        email,
        mailingcountry: country,
      };
      return insert(row).id ?? '';
    },
    async holds(id) {
      const row = rows.get(id) ?? {};
      return Object.values(row).filter((value) => value !== '');
    },
    endSessions: () => sessions.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function conditionOf(text: string): (row: Row) => boolean {
  const found = /^(\w+) (like|=) '([^']*)'$/.exec(text.trim());
  if (!found) throw new Refused('QUERY_SYNTAX_ERROR');
  const [, column = '', operator, wanted = ''] = found;
  if (!columns.includes(column)) throw new Refused('QUERY_SYNTAX_ERROR');
  if (operator === '=') return (row) => row[column] === wanted;
  const pattern = [...wanted].map((one) => (one === '%' ? '.*' : one === '_' ? '.' : escaped(one))).join('');
  const like = new RegExp(`^${pattern}$`, 'isu');
  return (row) => like.test(row[column] ?? '');
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
}

/** As MySQL writes a moment. */
function stamp(): string {
  return new Date().toISOString().slice(0, 19).replace('T', ' ');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
