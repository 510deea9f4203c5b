import type { hostsEnglish } from '../../en/options/options-hosts.ts';

/** Hosts and their rules, in German. */
export const hostsGerman: typeof hostsEnglish = {
  titleFirst: 'Arbeitsseite verbinden',
  title: 'Arbeitsseiten',
  lead: 'Eine Arbeitsseite ist die Seite, auf der Sie Anrufe und Chats annehmen. Ringside liest die Seiten unten und keine anderen.',
  connectedHosts: 'Verbundene Arbeitsseiten',
  address: 'Adresse der Arbeitsseite',
  addressHint:
    'Jede Adresse der Seite, in der Sie arbeiten, ist recht. Der Browser fragt dann, ob Ringside diese Website lesen darf.',
  connect: 'Verbinden',
  already: 'Diese Arbeitsseite ist schon verbunden.',
  refused: (origin: string) =>
    `Der Browser durfte ${origin} nicht lesen, die Seite ist also nicht verbunden. Es wurde nichts gespeichert.`,
  connectedNow: (origin: string) =>
    `${origin} ist verbunden. Seiten davon, die schon offen sind, sollten neu geladen werden.`,
  mayRead: (name: string) => `Ringside darf ${name} lesen. Laden Sie Seiten davon neu, die schon offen sind.`,
  mayNotRead: (name: string) => `Der Browser durfte ${name} nicht lesen. Die Seite bleibt getrennt.`,
  connected: 'Verbunden',
  notAllowed: 'Der Browser lässt Ringside diese Seite nicht lesen',
  allow: (name: string) => `${name} erlauben`,
  optionsOf: (name: string) => `Einstellungen von ${name}`,
  options: 'Einstellungen',
  removeMeans:
    'Ringside liest diese Seite nicht mehr, vergisst ihre Einstellungen und gibt dem Browser die Berechtigung zurück.',
  name: 'Name',
  nameHint: 'Was Agenten statt der Adresse lesen',
  nameTooLong: (most: number) => `Höchstens ${most} Zeichen.`,
  campaign: 'Kampagnen-Header',
  campaignHint: 'Der SIP-Header, der die Kampagne eines Anrufs nennt',
  campaignWrong: 'Nur Buchstaben, Ziffern und Bindestriche, 1 bis 64 davon, etwa X-Campaign.',
  card: 'Die Karte über ihren Seiten',
  internal: 'Auch interne Anrufe zeigen',
  trust: 'Dem ContactID-Header dieser Arbeitsseite vertrauen',
  trustHint:
    'Anrufer können SIP-Header schreiben. Schalten Sie dies nur ein, wo Ihr Telefonserver X-Contact-Id aus jedem Anruf von außen entfernt; sonst kann ein Anrufer wählen, wessen Datensatz sich öffnet.',
  advanced: 'Erweitert',
  frames: 'Adressen der Frames',
  framesHint:
    'Wo der Posteingang ein Frame einer anderen Website ist (uContact): diese Website, oder mehrere mit Leerzeichen dazwischen. Nachrichten aller anderen Frames werden ignoriert.',
  sameSite: 'Dieselbe Website',
  tooManyFrames: (most: number) => `Höchstens ${most} Adressen.`,
  rules: {
    title: 'Regeln',
    lead: 'Regeln sagen, wie Anrufe und Chats einer Arbeitsseite zu lesen sind, die Ringside nicht von selbst kennt. Sie sind Daten und können keinen Code ausführen.',
    howWritten: 'Wie Regeln geschrieben werden',
    files: 'Regeldateien',
    own: 'Ihre eigene',
    ownInPlace: 'Ihre eigene, anstelle der mitgelieferten',
    shipped: 'Mitgeliefert',
    tried: (day: string) => `erprobt am ${day}`,
    anyHost: 'jede Arbeitsseite',
    use: 'Verwenden',
    useOf: (name: string) => `${name} verwenden`,
    removeShippedAgain:
      'Die Datei wird aus diesen Einstellungen gelöscht, und die mitgelieferten Regeln gelten wieder.',
    removeMeans:
      'Die Datei wird aus diesen Einstellungen gelöscht. Anrufe, die nur sie lesen kann, werden nicht mehr gesehen.',
    add: 'Regeln hinzufügen',
    asJson: 'Regeln als JSON',
    sameId: 'Eine Datei mit der ID einer anderen tritt an deren Stelle',
    orFile: 'Oder eine Datei',
    checkAndAdd: 'Prüfen und hinzufügen',
    wrong: 'Was an den Regeln falsch ist',
    refused: 'Diese Regeln können nicht verwendet werden. Es wurde nichts geändert.',
    added: (name: string) => `${name} wurde hinzugefügt.`,
    replaced: (name: string) => `${name} wurde ersetzt.`,
    askReplace: (name: string) => `${name} ersetzen?`,
    replaceMeans: (id: string) =>
      `Es gibt schon eine eigene Datei mit der ID ${id}. Die neue tritt an ihre Stelle.`,
  },
};
