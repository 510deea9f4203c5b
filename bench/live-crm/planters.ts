/** A contact as somebody else would have typed it into the CRM. */
export interface Planted {
  firstName: string;
  lastName: string;
  phone: string;
  email: string;
}

/** Makes and removes contacts by the CRM's own API, so that nothing of a connector decides how a number is spelled. */
export interface Planter {
  /** False where the CRM takes E.164 only: every number is typed so. */
  anySpelling: boolean;
  /** Answers the new ContactID. */
  plant(contact: Planted): Promise<string>;
  remove(contactId: string): Promise<void>;
}

export interface PlanterParts {
  settings: Record<string, string>;
  credential: string;
}

/** By the connector's id. */
export const planters: Record<string, (parts: PlanterParts) => Planter> = {
  espocrm({ settings, credential }) {
    const headers = { 'X-Api-Key': credential, 'X-Skip-Duplicate-Check': 'true' };
    const address = `${settings.baseUrl}api/v1/Contact`;
    return {
      anySpelling: settings.anySpelling === 'yes',
      async plant({ firstName, lastName, phone, email }) {
        const body = { firstName, lastName, phoneNumber: phone, emailAddress: email };
        return idOf(await ask('POST', address, headers, body));
      },
      async remove(id) {
        await ask('DELETE', `${address}/${id}`, headers);
      },
    };
  },
  dolibarr({ settings, credential }) {
    const headers = { DOLAPIKEY: credential };
    const address = `${settings.baseUrl}api/index.php/contacts`;
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        const body = { firstname: firstName, lastname: lastName, phone_pro: phone, email };
        return String(await ask('POST', address, headers, body));
      },
      async remove(id) {
        await ask('DELETE', `${address}/${id}`, headers);
      },
    };
  },
  odoo({ settings, credential }) {
    async function call(service: string, method: string, args: unknown[]): Promise<unknown> {
      const body = { jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } };
      const answer = await ask('POST', `${settings.baseUrl}jsonrpc`, {}, body);
      if (!isRecord(answer) || !('result' in answer)) throw new Error(`Odoo refused ${method}`);
      return answer.result;
    }
    async function onPartners(method: string, args: unknown[]): Promise<unknown> {
      const user = await call('common', 'authenticate', [settings.database, settings.user, credential, {}]);
      return call('object', 'execute_kw', [
        settings.database,
        user,
        credential,
        'res.partner',
        method,
        args,
        {},
      ]);
    }
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        return String(await onPartners('create', [{ name: `${firstName} ${lastName}`, phone, email }]));
      },
      async remove(id) {
        await onPartners('unlink', [[Number(id)]]);
      },
    };
  },
  suitecrm({ settings, credential }) {
    const address = `${settings.baseUrl}Api/V8/module`;
    async function signedIn(): Promise<Record<string, string>> {
      const [secret = credential] = credential.split(' ');
      const token = await ask(
        'POST',
        `${settings.baseUrl}Api/access_token`,
        {},
        {
          grant_type: 'client_credentials',
          client_id: settings.oauthClientId,
          client_secret: secret,
        },
      );
      return { Authorization: `Bearer ${isRecord(token) ? token.access_token : ''}` };
    }
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        const attributes = { first_name: firstName, last_name: lastName, phone_work: phone, email1: email };
        const answer = await ask('POST', address, await signedIn(), {
          data: { type: 'Contacts', attributes },
        });
        return idOf(isRecord(answer) ? answer.data : undefined);
      },
      async remove(id) {
        await ask('DELETE', `${address}/Contacts/${id}`, await signedIn());
      },
    };
  },
  tryton({ settings, credential }) {
    const address = `${settings.baseUrl}${settings.database}/`;
    let session: Record<string, string> | undefined;
    async function rpc(method: string, ...params: unknown[]): Promise<unknown> {
      const answer = await ask('POST', address, session ?? {}, { id: 1, method, params });
      if (!isRecord(answer) || !('result' in answer)) throw new Error(`Tryton refused ${method}`);
      return answer.result;
    }
    async function signedIn(): Promise<void> {
      if (session) return;
      const told = await rpc('common.db.login', settings.user, { password: credential }, 'en');
      if (!Array.isArray(told)) throw new Error('Tryton let nobody in');
      const proof = Buffer.from(`${settings.user}:${told.join(':')}`).toString('base64');
      session = { Authorization: `Session ${proof}` };
    }
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        await signedIn();
        const mechanisms = [
          { type: 'phone', value: phone },
          { type: 'email', value: email },
        ];
        const row = { name: `${firstName} ${lastName}`, contact_mechanisms: [['create', mechanisms]] };
        const made = await rpc('model.party.party.create', [row], {});
        return String(Array.isArray(made) ? made[0] : '');
      },
      async remove(id) {
        await signedIn();
        await rpc('model.party.party.delete', [Number(id)], {});
      },
    };
  },
  carddav({ settings, credential }) {
    const secret = Buffer.from(`${settings.user}:${credential}`).toString('base64');
    const headers = { Authorization: `Basic ${secret}`, 'Content-Type': 'text/vcard; charset=utf-8' };
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        const uid = crypto.randomUUID();
        const lines = [
          ...['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, `N:${lastName};${firstName};;;`],
          ...[`FN:${firstName} ${lastName}`, `TEL;TYPE=CELL:${phone}`, `EMAIL:${email}`, 'END:VCARD', ''],
        ];
        await ask('PUT', `${settings.baseUrl}${uid}.vcf`, headers, lines.join('\r\n'));
        return `${uid}.vcf`;
      },
      async remove(id) {
        await ask('DELETE', `${settings.baseUrl}${id}`, headers);
      },
    };
  },
  twenty({ settings, credential }) {
    const headers = { Authorization: `Bearer ${credential}` };
    const address = `${settings.baseUrl}rest/people`;
    return {
      anySpelling: true,
      async plant({ firstName, lastName, phone, email }) {
        const body = {
          name: { firstName, lastName },
          phones: {
            primaryPhoneNumber: phone,
            primaryPhoneCountryCode: 'FR',
            primaryPhoneCallingCode: '+33',
          },
          emails: { primaryEmail: email },
        };
        const answer = await ask('POST', address, headers, body);
        const data = isRecord(answer) ? answer.data : undefined;
        return idOf(isRecord(data) ? data.createPerson : undefined);
      },
      async remove(id) {
        await ask('DELETE', `${address}/${id}`, headers);
      },
    };
  },
};

async function ask(
  method: string,
  address: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}`);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function idOf(value: unknown): string {
  if (isRecord(value) && typeof value.id === 'string') return value.id;
  throw new Error('The CRM made a contact and told no id');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
