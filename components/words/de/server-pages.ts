import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in German. */
const pagesGerman: PagesWords = {
  signIn: {
    title: 'Anmelden',
    lead: 'Ihre Kontakte erscheinen in dem Fenster, aus dem Sie kommen.',
    email: 'E-Mail',
    password: 'Passwort',
    submit: 'Anmelden',
    demo: 'Dies ist ein Demo-Arbeitsbereich. Ein Demo-Agent ist schon eingetragen; die Personen darin sind erfunden.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'Diese Seite meldet Sie für das Ringside-Widget an. Öffnen Sie sie mit der Schaltfläche ',
      button,
      ' des Widgets: Für sich allein führt sie nirgendwohin.',
    ],
    noScript: 'Zum Anmelden wird JavaScript gebraucht.',
    needed: 'E-Mail und Passwort werden gebraucht.',
    wrong: 'E-Mail oder Passwort ist falsch.',
    failed: 'Der Server konnte Sie nicht anmelden. Versuchen Sie es erneut.',
    tooMany: (seconds: string) => `Zu viele Versuche. Versuchen Sie es in ${seconds} s erneut.`,
    noAnswer: 'Der Server antwortet nicht. Versuchen Sie es erneut.',
  },
  home: {
    title: 'Ringside Companion CRM',
    heading: 'Das Companion CRM läuft',
    lead: 'Es speichert Kontakte für Ringside, das Agenten zeigt, mit wem sie sprechen, und liefert das Widget, das andere Seiten einbetten.',
    demo: 'Dies ist ein Demo-Arbeitsbereich: Die Personen darin sind erfunden, und das Passwort der Agenten ist öffentlich.',
    forAgents: 'Für Agenten',
    openWidget: 'Widget öffnen',
    widgetMeans: 'Die Kontaktansicht als eigene Seite. Melden Sie sich dort an.',
    forAdministrators: 'Für die Administration',
    connect: 'Erweiterung verbinden',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'Wählen Sie in ihren Einstellungen ',
      crm,
      ' und geben Sie die Adresse dieser Seite und ein Token ein.',
    ],
    agents: 'Agenten hinzufügen',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Mit ',
      flag,
      '; alle Schalter stehen in ',
      document,
      '.',
    ],
    embed: 'Widget einbetten',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Nennen Sie die Seite mit ',
      flag,
      '; siehe ',
      document,
      '.',
    ],
    forPrograms: 'Für Programme',
    description: 'Beschreibung der API',
    descriptionHolds: 'OpenAPI 3.1, jede Route.',
    health: 'Zustand',
    healthMeans: 'Antwortet, sobald die Datenbank antwortet.',
  },
};

export { pagesGerman as words };
