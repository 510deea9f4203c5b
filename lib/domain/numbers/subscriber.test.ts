import { describe, expect, it } from 'vitest';
import { subscriberKey, subscriberSpellings } from './subscriber.ts';

describe('one subscriber, two international spellings', () => {
  it.each([
    ['Brazil, the ninth digit', '+553188880123', '+5531988880123'],
    ['Mexico, the 1', '+5215555510013', '+525555510013'],
    ['Argentina, the 9', '+5491155510011', '+541155510011'],
    ['Argentina, the 9 of the provinces', '+5493515551234', '+543515551234'],
    ['Italy, the zero of Rome', '+39655500123', '+390655500123'],
    ['Italy, the zero of Milan', '+39255500123', '+390255500123'],
    ['San Marino without its area', '+378886377', '+3780549886377'],
    ['San Marino over Italy', '+390549886377', '+3780549886377'],
    ['Colombia, landlines', '+5712345678', '+576012345678'],
    ['Benin', '+22997000000', '+2290197000000'],
    ['Cameroon, a mobile', '+23777123456', '+237677123456'],
    ['Cameroon, a landline', '+23722123456', '+237222123456'],
    ['Gabon', '+24107123456', '+24177123456'],
    ['Gabon without the zero', '+2417123456', '+24177123456'],
    ['Mauritius', '+2307123456', '+23057123456'],
    ['Vietnam', '+841207654321', '+84707654321'],
    ['Kosovo over Monaco', '+37744123456', '+38344123456'],
    ['Kosovo over Slovenia', '+38649123456', '+38349123456'],
    ['Kosovo over Serbia', '+38138123456', '+38338123456'],
    ['a Palestinian mobile over Israel', '+972599123456', '+970599123456'],
  ])('%s', (_, one, other) => {
    expect(subscriberKey(one)).toBe(subscriberKey(other));
    expect(subscriberSpellings(one)).toContain(other);
    expect(subscriberSpellings(other)).toContain(one);
    expect(subscriberSpellings(one)[0]).toBe(one);
    expect(subscriberKey(subscriberKey(one))).toBe(subscriberKey(one));
  });
});

describe('look-alikes stay two', () => {
  it.each([
    ['a landline of São Paulo and a mobile that only looks like it', '+551141234567', '+5511941234567'],
    ['a mobile of Italy and a landline of Brescia', '+393012345678', '+3903012345678'],
    ['a free number of Italy and a landline of Bari', '+39800123456', '+390800123456'],
    ['a free number of Argentina', '+548001234567', '+5498001234567'],
    ['a mobile and a landline of Colombia', '+573012345678', '+576012345678'],
    ['a landline of Mauritius and a mobile', '+2304123456', '+23054123456'],
    ['two operators of Côte d’Ivoire', '+2250701020304', '+2250501020304'],
    ['mobiles of Israel and of Palestine', '+972501234567', '+970501234567'],
    ['Monaco and Kosovo', '+37793123456', '+38393123456'],
    ['a digit more', '+5531988880123', '+55319888801230'],
    ['a digit less', '+525555510013', '+52555551001'],
    ['the same national number elsewhere', '+5255555510013', '+555555510013'],
  ])('%s', (_, one, other) => {
    expect(subscriberKey(one)).not.toBe(subscriberKey(other));
    expect(subscriberSpellings(one)).not.toContain(other);
  });

  it('leaves what is no number in E.164 as it is', () => {
    for (const text of ['', '553188880123', 'jane', '+', '+x']) expect(subscriberKey(text)).toBe(text);
  });
});
