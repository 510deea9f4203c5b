import { describe, expect, it } from 'vitest';
import { contactOfCard } from './card-contact.ts';
import { parseVcard } from './vcard/vcard.ts';

const identifiersOf = (...lines: string[]) =>
  contactOfCard(
    {
      name: 'a.vcf',
      etag: '',
      lines: parseVcard(['BEGIN:VCARD', 'VERSION:3.0', 'FN:Jane', ...lines, 'END:VCARD'].join('\r\n'))!,
    },
    'US',
  )!.identifiers;
const telegram = { kind: 'telegram', value: 'janeexample' };
const instagram = { kind: 'instagram', value: 'jane.example' };
const facebook = { kind: 'facebook', value: 'jane.example' };
const phone = { kind: 'phone', value: '+12125550199' };
const jabber = { kind: 'username', value: 'jane@chat.example' };
const scoped = (scope: string, value = 'jane.example') => ({ kind: 'username', value, scope });

describe('a messenger in a card', () => {
  it.each<[string, object]>([
    // Nextcloud
    ['IMPP;TYPE=TELEGRAM:janeexample', telegram],
    ['IMPP;TYPE=WHATSAPP:+1 212 555 0199', phone],
    ['IMPP;TYPE=XMPP:jane@chat.example', jabber],
    ['IMPP;TYPE="HOME,TELEGRAM":janeexample', telegram],
    ['IMPP;TYPE=home;TYPE=telegram:@JaneExample', telegram],
    ['IMPP;TYPE=SKYPE:jane.example', scoped('skype')],
    ['X-SOCIALPROFILE;TYPE=TELEGRAM:https://t.me/janeexample', telegram],
    ['X-SOCIALPROFILE;TYPE=INSTAGRAM:https://www.instagram.com/jane.example/', instagram],
    [
      'X-SOCIALPROFILE;TYPE=facebook:https://www.facebook.com/profile.php?id=100012345&ref=x',
      {
        kind: 'facebook',
        value: '100012345',
      },
    ],
    // Apple
    ['IMPP;X-SERVICE-TYPE=Telegram;type=HOME;type=pref:x-apple:janeexample', telegram],
    ['IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:%2B12125550199', phone],
    ['IMPP;X-SERVICE-TYPE=Facebook;type=HOME:xmpp:jane.example', facebook],
    ['IMPP;X-SERVICE-TYPE=Facebook:xmpp:jane.example@chat.facebook.com', facebook],
    ['IMPP;X-SERVICE-TYPE=Jabber;type=WORK:xmpp:jane%40chat.example', jabber],
    ['IMPP;X-SERVICE-TYPE=GoogleTalk:xmpp:jane@chat.example', jabber],
    ['IMPP;X-SERVICE-TYPE=Skype:skype:jane.example', scoped('skype')],
    ['IMPP;X-SERVICE-TYPE=AIM:aim:jane.example', scoped('aim')],
    ['IMPP;X-SERVICE-TYPE=MSN:msnim:jane.example', scoped('msn')],
    ['X-SOCIALPROFILE;type=facebook;x-user=jane.example:http://www.facebook.com/jane.example', facebook],
    ['X-SOCIALPROFILE;type=Instagram;x-user=jane.example:x-apple:jane.example', instagram],
    ['X-SOCIALPROFILE;type=telegram;x-user=janeexample:', telegram],
    ['X-JABBER;type=HOME;type=pref:jane@chat.example', jabber],
    // Google, Android
    ['X-JABBER:jane@chat.example', jabber],
    ['X-GTALK:jane@chat.example', jabber],
    ['X-GOOGLE-TALK:jane@chat.example', jabber],
    ['X-SKYPE:jane.example', scoped('skype')],
    ['X-SKYPE-USERNAME:jane.example', scoped('skype')],
    ['X-TELEGRAM:janeexample', telegram],
    ['X-WHATSAPP:(212) 555-0199', { ...phone, country: 'assumed' }],
    // RFC 4770, RFC 9554, Thunderbird, KDE
    ['IMPP:telegram:janeexample', telegram],
    ['IMPP:xmpp:jane@chat.example/phone?message', jabber],
    ['IMPP:skype:jane.example?chat', scoped('skype')],
    ['IMPP;PREF=1:matrix:u/jane:chat.example', scoped('matrix', 'u/jane:chat.example')],
    ['SOCIALPROFILE;SERVICE-TYPE=Telegram;VALUE=text:janeexample', telegram],
    ['SOCIALPROFILE:https://t.me/janeexample', telegram],
    ['X-messaging/telegram-All:janeexample', telegram],
    ['X-messaging/xmpp-All:jane@chat.example', jabber],
    // Addresses
    ['IMPP:tg://resolve?domain=janeexample', telegram],
    ['IMPP:https://t.me/janeexample?start=1', telegram],
    ['IMPP;TYPE=TELEGRAM:t.me/janeexample', telegram],
    ['IMPP;TYPE=TELEGRAM:https://t.me/+12125550199', phone],
    ['IMPP:https://wa.me/12125550199?text=Hi', phone],
    ['IMPP:whatsapp://send?phone=+12125550199&text=x', phone],
    ['IMPP:https://api.whatsapp.com/send?phone=12125550199', phone],
    ['IMPP;TYPE=WHATSAPP:12125550199@s.whatsapp.net', phone],
    ['IMPP:https://m.me/jane.example', facebook],
    ['IMPP:fb-messenger://user-thread/jane.example', facebook],
    ['IMPP:instagram://user?username=jane.example', instagram],
    ['IMPP:sip:jane@pbx.example', scoped('pbx.example', 'jane')],
    ['IMPP:sip:+12125550199@pbx.example;user=phone', phone],
    ['X-VIBER:+1 212 555 0199', phone],
    ['IMPP:tel:+1-212-555-0199', phone],
    ['IMPP;TYPE=SIGNAL:jane.example', scoped('signal')],
    ['URL;TYPE=TELEGRAM:https://t.me/janeexample', telegram],
    // An id that hides the number
    ['IMPP:whatsapp:US.13491208655302741918', { kind: 'whatsapp', value: 'US.13491208655302741918' }],
  ])('%s is found', (line, identifier) => {
    expect(identifiersOf(line)).toEqual([identifier]);
  });

  it('is told by the label of its group', () => {
    expect(identifiersOf('item1.IMPP:janeexample', 'item1.X-ABLabel:Telegram')).toEqual([telegram]);
    expect(identifiersOf('item1.X-ABLABEL:_$!<Instagram>!$_', 'item1.X-SOCIALPROFILE:jane.example')).toEqual([
      instagram,
    ]);
    expect(identifiersOf('item1.URL:https\\://t.me/janeexample', 'item1.X-ABLabel:Telegram')).toEqual([
      telegram,
    ]);
    expect(identifiersOf('item1.IMPP:janeexample', 'item2.X-ABLabel:Telegram')).toEqual([]);
  });

  it.each([
    'IMPP:janeexample',
    'IMPP;TYPE=HOME:janeexample',
    'IMPP;TYPE=TELEGRAM:',
    'IMPP:https://t.me/',
    'IMPP:sip:204@pbx.example',
    'X-SOCIALPROFILE;TYPE=facebook:https://www.facebook.com/',
    'X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/jane',
    'X-SOCIALPROFILE;TYPE=linkedin:jane',
    'X-TEAM:blue',
    'X-LINE:7',
    'URL:https://t.me/janeexample',
  ])('%s names nobody', (line) => {
    expect(identifiersOf(line)).toEqual([]);
  });

  it('of an import is two where two stand in one', () => {
    expect(identifiersOf('IMPP;TYPE=TELEGRAM:janeexample ::: janeother')).toEqual([
      telegram,
      { kind: 'telegram', value: 'janeother' },
    ]);
  });
});

describe('a number of a card', () => {
  const values = (...lines: string[]) => identifiersOf(...lines).map(({ value }) => value);

  it.each<[string, string[]]>([
    ['TEL;TYPE=HOME:+1 212 555 0199 ::: +1 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL:212 555 0199 / 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL:+1 212 555 0199\\, +1 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL:+1 212 555 0199\\;+1 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL:+1 212 555 0199\\n+1 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL;ENCODING=QUOTED-PRINTABLE:+1 212 555 0199=0D=0A+1 212 555 0198', ['+12125550199', '+12125550198']],
    ['TEL:+1 212 555 0199 or +44 20 7946 0123', ['+12125550199', '+442079460123']],
    ['TEL:+1 212 555 0199 ::: +1 212 555 0199', ['+12125550199']],
    ['TEL;VALUE=uri:tel:+1-212-555-0199;ext=5', ['+12125550199']],
    ['TEL;TYPE=CELL;waid=442079460123:020 7946 0123', ['+442079460123']],
    ['TEL;TYPE=CELL;waid=551187654321:212-555-0199', ['+12125550199']],
    ['EMAIL:jane@a.example ::: jane@b.example', ['jane@a.example', 'jane@b.example']],
    ['EMAIL:jane@a.example\\; jane@b.example', ['jane@a.example', 'jane@b.example']],
    ['EMAIL:Jane Example <jane@a.example>', ['jane@a.example']],
    ['EMAIL:mailto:jane@a.example', ['jane@a.example']],
  ])('%s is %j', (line, wanted) => {
    expect(values(line)).toEqual(wanted);
  });
});
