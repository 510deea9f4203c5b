import type { CrmWords } from './crm-words.ts';

/** A REST API with a definition, in English. */
export const restEnglish: CrmWords<'rest'> = {
  plan: 'What the definition says: one request a lookup, or a second one where the first finds nobody or its hits are to be read whole, and one for each further page. A contact that was merged is read once more. Signing in and the list of fields are asked once.',
  form: {
    baseUrl: { hint: 'What every path of the definition is below.' },
    user: {
      label: 'User name or client ID',
      hint: 'For basic, login and OAuth 2 only. May be left empty otherwise.',
    },
    credential: { label: 'Key, password or client secret' },
    definition: {
      label: 'Definition',
      hint: 'What to ask and where the answers are, as JSON. What may stand in it is in crm-definitions.md of the documentation.',
    },
  },
  examples: {
    minimal: 'The least that is needed',
    dolibarr: 'Dolibarr: filters in the query',
    django: 'Django REST framework: pages, a token, fields that it lists',
    jmap: 'Cyrus: several calls in one request (JMAP)',
    tryton: 'Tryton: calls over POST (JSON-RPC)',
    vtiger: 'Vtiger: a challenge to sign in, forms, a query language',
  },
};
