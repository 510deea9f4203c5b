import { describe, expect, it } from 'vitest';
import { hidesNumber, numberInId } from './number-in-id.ts';

describe('the number inside', () => {
  it.each([
    // WhatsApp, as its bridges write it: a person, a device of theirs, an old and a new domain.
    ['5531988880123@s.whatsapp.net', '+5531988880123'],
    ['5531988880123:12@s.whatsapp.net', '+5531988880123'],
    ['5531988880123.0:3@s.whatsapp.net', '+5531988880123'],
    ['5531988880123@c.us', '+5531988880123'],
    [' 5531988880123@S.WhatsApp.net ', '+5531988880123'],
    ['whatsapp:+5531988880123', '+5531988880123'],
    ['whatsapp:5531988880123@s.whatsapp.net', '+5531988880123'],
    ['https://wa.me/5531988880123?text=x', '+5531988880123'],
    ['wa.me/+5531988880123', '+5531988880123'],
    ['https://api.whatsapp.com/send?text=x&phone=%2B5531988880123', '+5531988880123'],
    ['whatsapp://send?phone=5531988880123', '+5531988880123'],
    // Gateways over XMPP.
    ['+12125550199@sms.example', '+12125550199'],
    ['+12125550199@sms.example/phone', '+12125550199'],
    ['+12125550199@cheogram.com', '+12125550199'],
    ['+5531988880123@whatsapp.desk.example', '+5531988880123'],
    ['+12125550199@jabber.example', '+12125550199'],
    ['12125550199@sms.example', '12125550199'],
    ['12125550199@sms2.desk.example', '12125550199'],
    ['5531988880123@slidge-whatsapp.example', '+5531988880123'],
    ['5531988880123\\40s.whatsapp.net@wa.gw.example', '+5531988880123'],
    ['5531988880123%s.whatsapp.net@gw.example', '+5531988880123'],
    ['12125550199\\40pbx.example@sip.cheogram.com', '12125550199'],
    ['xmpp:+12125550199@sms.example', '+12125550199'],
    // Matrix.
    ['@whatsapp_5531988880123:example.org', '+5531988880123'],
    ['@sms_=2b12125550199:example.org', '+12125550199'],
    ['@signal_+12125550199:example.org', '+12125550199'],
    // What says that it is one.
    ['tel:+1-212-555-0199', '+1-212-555-0199'],
    ['<tel:+12125550199>', '+12125550199'],
    ['tel:5550123;phone-context=+1212', '5550123;phone-context=+1212'],
    ['sms:+12125550199?body=x', '+12125550199'],
    ['callto:0301234567', '0301234567'],
    ['sip:12125550199@pbx.example', '12125550199'],
    ['<sips:+12125550199@pbx.example;user=phone>', '+12125550199'],
    ['+12125550199', '+12125550199'],
    ['+1 (212) 555-0199', '+1 (212) 555-0199'],
  ])('%s is %s', (id, number) => expect(numberInId(id)).toBe(number));
});

describe('no number is inside', () => {
  it.each([
    // Ids that hide it, and those of groups.
    '123456789012345@lid',
    '123456789012345:4@lid',
    '120363043211234567@g.us',
    '5531988880123-1600000000@g.us',
    'status@broadcast',
    '@whatsapp_lid-123456789:example.org',
    // Users of private servers, of other networks, and of rooms.
    '12125550199@jabber.example',
    '12345678@icq.example',
    '1002@voip.example',
    'jane@sms.example',
    '+12125550199,+13125550123@cheogram.com',
    '12345;phone-context=ca-us.phone-context.soprani.ca@cheogram.com',
    '@telegram_1234567:example.org',
    '@12125550199:example.org',
    'sip:alice@pbx.example',
    'sip:1002@pbx.example',
    // Opaque ids.
    '12125550199',
    'crm-9',
    'a3f1c2d4-5531-9888-8012-3a5b7c9d1e2f',
    '+0',
    '+12',
    'tel:',
    'tel:unknown',
    '',
    '5531988880123@s.whatsapp.net.evil.example',
  ])('%s', (id) => expect(numberInId(id)).toBeUndefined());

  it('and WhatsApp’s ids that hide it are known as such', () => {
    expect(['1@lid', '12@hosted.lid', '120363043211234567@g.us'].map(hidesNumber)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['jane@lid', '12@lid.example', '5531988880123@c.us'].map(hidesNumber)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
