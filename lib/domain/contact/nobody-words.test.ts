import { describe, expect, it } from 'vitest';
import { nobodyIn } from './nobody.ts';
import { hiddenUser, nobodyWords, unknownUser } from './nobody-words.ts';

describe('what stands for nobody', () => {
  it.each([
    'anonymous',
    'ANONYMOUS',
    '"Anonymous"',
    'anonymous@anonymous.invalid',
    'sip:anonymous@anonymous.invalid',
    'sip:c8oqz84zk7z@privacy.invalid',
    '<sip:restricted@pbx.example>',
    'Private',
    'Private Number',
    'PRIVATE CALLER',
    'Caller ID blocked',
    'No Caller ID',
    'Withheld number',
    'Número oculto',
    'Número privado',
    'numero privado.',
    'NÚMERO  OCULTO',
    'Llamada privada',
    'Número restrito',
    'Appel masqué',
    'Numéro masqué',
    'numéro caché',
    'Unterdrückt',
    'Rufnummer unterdrückt',
    'Unterdrückte Nummer',
    'Anonymer Anruf',
    'Privé',
    'Nascosto',
    'Numero nascosto',
    'Numer zastrzeżony',
    'Dolt nummer',
    'Hemmeligt nummer',
    'Skjult nummer',
    'Salainen numero',
    'Skryté číslo',
    'Номер скрыт',
    'Прихований номер',
    'Gizli numara',
    'Özel numara',
    'رقم خاص',
    'מספר חסוי',
    '非通知',
    '匿名',
    '私人号码',
    '隐藏号码',
    '발신번호표시제한',
    'Rejtett szám',
    'Titkos szám',
    'Număr ascuns',
    'Απόκρυψη',
    '266696687',
    '+266696687',
    '+1 266-696-687',
    '7748283',
    '774-8283',
    '7378742833',
    '+17378742833',
    '1 737 874 2833',
    '(737) 874-2833',
    '***',
    'XXXXXXXXXX',
    '+1 212 *** **42',
  ])('%s is hidden', (text) => {
    expect(nobodyIn(text)).toBe('withheld');
  });

  it.each([
    'unknown',
    'Unknown Caller',
    'unknown@pbx.example',
    'sip:unavailable@10.0.0.1:5060;transport=ws',
    'sip:asterisk@pbx.example',
    'Unknown, Unknown',
    'OUT OF AREA',
    'Not available',
    'No number',
    'Desconocido',
    'Sin número',
    'Número desconhecido',
    'Numéro inconnu',
    'Appelant inconnu',
    'Unbekannt',
    'Unbekannter Anrufer',
    'Keine Rufnummer',
    'Numero sconosciuto',
    'Onbekend nummer',
    'Nieznany numer',
    'Okänt nummer',
    'Ukendt nummer',
    'Ukjent',
    'Tuntematon numero',
    'Neznámé číslo',
    'Неизвестный номер',
    'Номер не определён',
    'Невідомий номер',
    'Bilinmeyen numara',
    'رقم غير معروف',
    'מספר לא ידוע',
    '通知不可能',
    '未知号码',
    '未知來電',
    '알 수 없음',
    'Ismeretlen szám',
    'Număr necunoscut',
    'Άγνωστος αριθμός',
    '8656696',
    '+18656696',
    '86282452253',
    '8628245225',
    '+18628245225',
    '0',
    '00',
    '0000000000',
    '+0',
    '+0000000',
    '9999999999',
    '1111111',
    '+11111111111',
    '+10000000000',
    '19999999999',
    '-1',
    '-2',
    '−1',
  ])('%s is not known to the exchange', (text) => {
    expect(nobodyIn(text)).toBe('unknown');
  });

  it.each([
    '',
    ' ',
    '-',
    '?',
    '...',
    '+',
    '""',
    'null',
    'undefined',
    'None',
    'N/A',
    'n.a.',
    '(null)',
    'NaN',
    '[object Object]',
  ])('%j says nothing', (text) => {
    expect(nobodyIn(text)).toBe('empty');
  });

  it.each([
    'anonymous',
    'Restricted',
    'private',
    'withheld',
    'blocked',
    'UNKNOWN',
    'unavailable',
    'asterisk',
    '000',
    '+0',
  ])('pages judge %s as the whole list does', (user) => {
    const said = hiddenUser.test(user) ? 'withheld' : unknownUser.test(user) ? 'unknown' : undefined;
    expect(said).toBe(nobodyIn(user));
  });

  it('every word of the list does, in capitals, without accents and in quotes too', () => {
    for (const [said, lists] of Object.entries(nobodyWords)) {
      for (const word of lists.flatMap((list) => list.split('|'))) {
        const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
        for (const text of [word, word.toUpperCase(), bare, ` “${word}” `])
          expect([text, nobodyIn(text)]).toEqual([text, said]);
      }
    }
  });
});
