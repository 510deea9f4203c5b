import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in German. */
export const twentyGerman: CrmWords<'twenty'> = {
  about: 'Twenty, in der Cloud oder auf dem eigenen Server: seine Personen.',
  plan: 'Eine Anfrage über die Hauptnummer und die weiteren Nummern, Ziffer für Ziffer; eine zweite nach dem Namen eines Unternehmens, das noch nicht vorkam.',
  form: {
    baseUrl: { hint: 'Ihres eigenen Servers, oder https://api.twenty.com.' },
    oauthClientId: {
      hint: 'Um sich als Person anzumelden statt mit einem Schlüssel, wo Ihr Twenty OAuth anbietet (POST /oauth/register ergibt eine Client-ID). Kann leer bleiben.',
    },
    credential: {
      hint: 'In Twenty: „Settings“, „APIs & Webhooks“, „Create key“. Twenty zeigt ihn nur einmal.',
    },
  },
};
