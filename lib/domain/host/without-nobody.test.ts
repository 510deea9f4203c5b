import { describe, expect, it } from 'vitest';
import type { HostInteraction } from './host-event.ts';
import { withoutNobody } from './without-nobody.ts';

const call: HostInteraction = { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' };
const phone = (value: string) => ({ kind: 'phone', value }) as const;

describe('what a host says of nobody', () => {
  it.each(['Private Number', 'unknown', '7378742833', '0000000000', '-1', '非通知'])(
    'is withheld where %s stands for the number',
    (value) => {
      expect(withoutNobody({ ...call, clientId: phone(value) })).toEqual({ ...call, withheld: true });
    },
  );

  it('is withheld where the user of an address says so', () => {
    const clientId = { kind: 'username', value: 'unknown', scope: 'pbx.example' } as const;
    expect(withoutNobody({ ...call, clientId })).toEqual({ ...call, withheld: true });
  });

  it.each(['null', 'undefined', '+', 'n/a'])(
    'claims nothing of the caller where %s stands for the number',
    (value) => {
      expect(withoutNobody({ ...call, clientId: phone(value) })).toEqual(call);
    },
  );

  it.each(['Anonymous', 'Unknown Caller', 'Numéro inconnu', 'null', '-', '266696687'])(
    'has no name: %s',
    (displayName) => {
      const clientId = phone('+33199004217');
      expect(withoutNobody({ ...call, clientId, displayName })).toEqual({ ...call, clientId });
    },
  );

  it('takes away the name that was there before', () => {
    expect(withoutNobody({ ...call, displayName: 'Unknown' }, 'Jane Example')).toEqual({
      ...call,
      displayName: '',
    });
    expect(withoutNobody({ ...call, displayName: '' })).toEqual({ ...call, displayName: '' });
  });

  it.each(['Private Number', 'Numéro masqué', '非通知'])(
    'is withheld where a page shows %s for the number',
    (shown) => {
      expect(withoutNobody({ ...call, inNumberPlace: shown, displayName: shown })).toEqual({
        ...call,
        withheld: true,
      });
      expect(withoutNobody({ ...call, inNumberPlace: shown, displayName: 'Jane' })).toMatchObject({
        withheld: true,
      });
    },
  );

  it('is a name where a page shows one for the number', () => {
    const displayName = 'Private Banking GmbH';
    expect(withoutNobody({ ...call, inNumberPlace: displayName, displayName })).toEqual({
      ...call,
      displayName,
    });
  });

  it('never says that a number is hidden because a name is', () => {
    expect(withoutNobody({ ...call, displayName: 'Anonymous' })).toEqual(call);
  });

  it('leaves the word of the host on hiding, and all else, as they are', () => {
    const said: HostInteraction = {
      ...call,
      clientId: phone('+33199004217'),
      displayName: 'Private Banking GmbH',
      contactId: '0',
      withheld: false,
      campaign: { name: 'Unknown' },
    };
    expect(withoutNobody(said)).toEqual(said);
    expect(withoutNobody({ ...said, contactId: 'undefined' })).not.toHaveProperty('contactId');
  });
});
