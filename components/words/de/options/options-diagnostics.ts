import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('de');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const endings: Record<EndReason, string> = {
  completed: 'abgeschlossen',
  missed: 'verpasst',
  rejected: 'abgelehnt',
  cancelled: 'abgebrochen',
  elsewhere: 'anderswo angenommen',
  failed: 'fehlgeschlagen',
  'host-gone': 'Seite weg',
};

const expected: Record<ExpectedValue, string> = {
  text: 'Text erwartet',
  number: 'Zahl erwartet',
  'yes-or-no': 'Ja oder Nein erwartet',
  list: 'Liste erwartet',
  object: 'Objekt erwartet',
  time: 'Datum und Uhrzeit erwartet',
  form: 'von anderer Form als erwartet',
  size: 'länger oder kürzer als erwartet',
  charset: 'Text in einem bekannten Zeichensatz erwartet',
};

/** What Ringside sees on host pages and reads of CRMs, in German. */
export const diagnosticsGerman: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'Seitenregeln',
    'host-protocol': 'Host-Protokoll',
    'json-websocket': 'JSON über WebSocket',
    media: 'Medienstatus',
    'message-rules': 'Nachrichtenregeln',
    'sip-websocket': 'SIP über WebSocket',
    'xmpp-websocket': 'XMPP über WebSocket',
  },
  title: 'Diagnose',
  lead: 'Was Ringside auf den offenen Arbeitsseiten sieht und in den CRMs liest, und warum es etwas ausgelassen hat. Nichts hier nennt Namen oder Nummern von Kunden; Zeichen wie #3fa9c1 stehen für eine Interaktion.',
  copy: 'Bericht kopieren',
  copied: 'Der Bericht wurde kopiert.',
  notCopied:
    'Der Browser hat das Kopieren des Berichts nicht erlaubt. Öffnen Sie „Was im Bericht steht“ und kopieren Sie ihn dort.',
  clear: 'Leeren',
  cleared: 'Ereignisse und Zähler wurden geleert.',
  notCleared: 'Ereignisse und Zähler konnten nicht geleert werden. Versuchen Sie es erneut.',
  noPage:
    'Keine Arbeitsseite ist offen. Öffnen Sie die Seite, auf der Sie Anrufe und Chats annehmen, oder laden Sie sie neu.',
  reportSays: 'Was im Bericht steht',
  report: 'Bericht',
  thePage: 'die Seite',
  lastFew: (count: number) => `Letzte Ereignisse (${count})`,
  last: (count: number) => `Letzte ${count} Ereignisse`,
  lastEvents: 'Letzte Ereignisse',
  live: 'Laufende Interaktionen',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${state}, ${channel}, ${direction}`,
  tab: (tab: number) => `Tab ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `Tab ${tab}, Frame ${frame}`,
  seenBy: 'Gesehen von',
  since: (time: string) => `seit ${time}`,
  strategies: 'Strategien',
  idle: (names: string[]) => `Läuft, nichts gesehen: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Ausgelassen: ${dropped}`,
  reasons: {
    'not-valid': 'nicht gültig',
    'too-big': 'zu groß',
    'forbidden-key': 'enthält einen Namen, der schaden könnte',
    'too-many': 'zu viele auf einmal',
    'forged-sender': 'gefälschter Absender: von einem Fenster gesagt, das es nicht sagen darf',
    older: 'älter als das Bekannte',
    echo: 'Echo einer Interaktion, die vorbei ist',
    'never-live': 'vorbei, bevor sie als laufend gesehen wurde',
    internal: 'interner Anruf: wird auf dieser Arbeitsseite nicht gezeigt',
    'untrusted-contact-id': 'ContactID ausgelassen: Ihrem Header wird auf dieser Arbeitsseite nicht vertraut',
    failed: 'Ringside ist darüber gestolpert',
  },
  briefly: {
    'forged-sender': 'gefälschter Absender',
    'never-live': 'ungesehen vorbei',
    echo: 'Echo',
    older: 'älter',
    internal: 'intern',
    'untrusted-contact-id': 'ContactID nicht vertraut',
  },
  reasonAt: (reason: string, path: string) => `${reason} bei ${path}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    const number = withheld ? ', Nummer unterdrückt' : numberless ? ', keine Nummer' : '';
    return `${state}${ending}, ${channel}, ${direction}${number}`;
  },
  inFocus: 'im Fokus',
  noFocus: 'nichts im Fokus',
  inbox: (mode: string) => `Posteingang ${mode}`,
  language: (tag: string) => `Sprache ${tag}`,
  hello: 'Arbeitsseite meldet sich',
  entry: 'Eintrag des Verlaufs',
  unread: 'ungelesen verworfen',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'Name',
    campaign: 'Kampagne',
    queue: 'Warteschlange',
    agent: 'Agent',
    threadId: 'Thread',
    startedAt: 'Beginn',
    answeredAt: 'Annahme',
    attributes: 'Attribute',
  },
  standing: {
    notAllowed: {
      words: 'Verbunden, aber nicht bedient',
      advice:
        'Die Seite ist offen und Ringside ist darin, hört ihr aber nicht zu: Sie ist nicht als Arbeitsseite verbunden, oder der Browser hat nicht gesagt, dass Ringside sie lesen darf. Sehen Sie unter Arbeitsseiten nach.',
    },
    notEntered: {
      words: 'Offen, aber ohne Antwort',
      advice:
        'Dieser Tab hat Ringside nicht eingelassen: Er hängt oder lädt noch. Andere Seiten hält er nicht auf. Laden Sie ihn neu oder schließen Sie ihn.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'Kann diese Seite nicht lesen',
      advice: `${plural(rules.length, { one: 'Die Regel', other: 'Die Regeln' })} ${rules.join(', ')} ${plural(rules.length, { one: 'findet', other: 'finden' })} darauf nicht, was zu suchen ist. Melden Sie sich dort an oder öffnen Sie die Anrufe; ändert das nichts, hat die Arbeitsseite eine neue Version und braucht eine neuere Regel.`,
    }),
    reload: {
      words: 'Neu laden nötig',
      advice:
        'Diese Seite war schon vor Ringside offen: Was auf ihr geschieht, bleibt vielleicht ungesehen, bis sie neu geladen wird.',
    },
    unseen: (rules: string[]) => ({
      words: 'Zeilen gefunden, keine davon sichtbar',
      advice: `${plural(rules.length, { one: 'Die Regel', other: 'Die Regeln' })} ${rules.join(', ')} ${plural(rules.length, { one: 'findet', other: 'finden' })} Zeilen auf dieser Seite, und keine davon ist zu sehen. So soll es sein, solange nichts geschieht. Sonst ist die Seite vielleicht zu schmal für ihre Liste: Machen Sie ihr Fenster breiter oder die Seitenleiste schmaler.`,
    }),
    sees: 'Sieht Interaktionen',
    nothing: 'Noch nichts gesehen',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `Was auf dieser Seite geschieht, wird gesehen: ${amount(count)} ${plural(count, { one: 'Ereignis', other: 'Ereignisse' })} durch ${listOf(by)}, das letzte um ${last}`,
      nothing: 'Diese Seite ist lesbar; noch ist auf ihr nichts geschehen',
    },
    details: 'Details',
  },
  strategy: {
    failed: 'konnte auf dieser Seite nicht starten',
    cannotRead: 'kann diese Seite nicht lesen',
    canRead: 'kann diese Seite lesen',
    unseen: 'kann diese Seite lesen: Zeilen gefunden, keine davon sichtbar',
    hasSeen: (count: number) =>
      `hat ${amount(count)} ${plural(count, { one: 'Ereignis', other: 'Ereignisse' })} gesehen`,
    forOthers: (name: string) => `${name} (für andere Seiten)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'Anruf', other: 'Anrufen' });
      const others = plural(seen, { one: 'Interaktion', other: 'Interaktionen' });
      return `clientId: ${at} fand nichts in ${empty} von ${seen} ${channel === 'phone' ? calls : others}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, Diagnose vom ${time}`,
    noPage: 'Keine Arbeitsseite ist offen.',
    seenBy: (names: string[]) => `gesehen von ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Nichts gesehen: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'Nicht alle seine Antworten sind lesbar',
    advice:
      'Was hier steht, wurde ausgelassen und der Rest verwendet. Ein Import oder ein anderes Programm hat es vielleicht geschrieben; im CRM berichtigt, wird es wieder gelesen.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Kontakt ausgelassen' : 'In einem Kontakt ausgelassen',
        company: whole ? 'Firma ausgelassen' : 'In einer Firma ausgelassen',
        field: whole ? 'Feld ausgelassen' : 'In einem Feld ausgelassen',
      }[of];
      return `${what}${path === '' ? '' : `: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, zuletzt ${last}`,
  },
  times: (count: number) => `${amount(count)}-mal`,
};
