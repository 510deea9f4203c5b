import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in German. */
export const companionGerman: CrmWords<'companion'> = {
  about: 'Der CRM-Server, der mit Ringside kommt.',
  plan: 'Je eine Anfrage: Der Server findet alle, die die Kennung haben, nach ihrer vereinheitlichten Schreibweise.',
  form: {
    baseUrl: { hint: 'Wo der Companion-Server läuft: https, oder http auf diesem Computer.' },
    credential: { hint: 'Das Token, mit dem der Server gestartet wurde (--token).' },
  },
};
