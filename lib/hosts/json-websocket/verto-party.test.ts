import { afterEach, describe, expect, test, vi } from 'vitest';
import { withoutNobody } from '../../domain/host/without-nobody.ts';
import { rulePacks } from '../../extension/worker/hosts/rule-packs.ts';
import { openPage } from '../rules/messages/socket-page-for-tests.ts';

const verto = rulePacks.find(({ id }) => id === 'verto')?.rules ?? [];

afterEach(() => vi.unstubAllGlobals());

describe('a call of FreeSWITCH Verto whose other side is told later', () => {
  const request = (method: string, params: object) => ({ jsonrpc: '2.0', id: 9, method, params });
  const callID = 'in-123456';
  const self = { caller_id_name: '1002', caller_id_number: '1002', callee_id_number: '1002' };
  const ann = { caller_id_name: 'Ann', caller_id_number: '+33612345678', callee_id_number: '1002' };
  const jane = { display_name: 'Jane Example', display_number: '+12125550199' };
  function play(invite: object, ...displays: object[]) {
    const { connect, listen } = openPage();
    const { said } = listen(verto);
    const socket = connect('wss://fs.example:8082/');
    socket.receive(request('verto.invite', { callID, sdp: 'v=0', ...invite }));
    socket.send(request('verto.answer', { sdp: 'v=0', dialogParams: { callID } }));
    for (const display of displays) socket.receive(request('verto.display', { callID, ...display }));
    return said.map(({ state, clientId, displayName }) =>
      [state, clientId?.value, displayName].filter((one) => one !== undefined).join(' '),
    );
  }

  test('is nobody’s while the exchange calls the agent, and then theirs', () => {
    expect(play(self, jane)).toEqual(['offered', 'active', 'active +12125550199 Jane Example']);
    expect(play(self, { display_number: '+12125550199' }).at(-1)).toBe('active +12125550199');
  });

  test('is the new party’s after a transfer, without the former one’s name', () => {
    expect(play(ann, jane).slice(1)).toEqual(['active +33612345678 Ann', 'active +12125550199 Jane Example']);
    expect(play(ann, { display_number: '+12125550199' }).at(-1)).toBe('active +12125550199');
  });

  test('stays where the display names the agent, or the same number in another spelling', () => {
    const { callee_id_number: display_number } = ann;
    expect(play(ann, { display_name: 'Agent', display_number }).at(-1)).toBe('active +33612345678 Ann');
    expect(play(ann, { display_name: 'Ann Lee', display_number: '0612345678' }).at(-1)).toBe(
      'active 0612345678 Ann Lee',
    );
  });

  test('begins none, and ends none', () => {
    const { connect, listen } = openPage();
    const { said } = listen(verto);
    connect('wss://fs.example:8082/').receive(request('verto.display', { callID, ...jane }));
    expect(said).toEqual([]);
  });
});

test.each([
  ['a word for nobody', 'Anonymous', '+33612345678', {}],
  ['the number again', '33612345678', '+33612345678', {}],
  ['an empty number', 'Ann', '', { displayName: 'Ann' }],
])('of %s as the name of a call over JSON nothing is claimed', (_, name, number, more) => {
  const { connect, listen } = openPage();
  const { said } = listen(verto);
  connect('wss://fs.example:8082/').receive({
    method: 'verto.invite',
    params: { callID: 'in-123456', caller_id_name: name, caller_id_number: number },
  });
  const arrived = said.map((one) => withoutNobody(one));
  expect(arrived).toHaveLength(1);
  const { clientId, displayName, withheld } = arrived[0] ?? {};
  expect({ clientId: clientId?.value ?? '', withheld }).toEqual({ clientId: number, withheld: undefined });
  expect(displayName === undefined ? {} : { displayName }).toEqual(more);
});
