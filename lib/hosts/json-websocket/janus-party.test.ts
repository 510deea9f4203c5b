import { afterEach, expect, test, vi } from 'vitest';
import { rulePacks } from '../../extension/worker/hosts/rule-packs.ts';
import { openPage } from '../rules/messages/socket-page-for-tests.ts';

const janus = rulePacks.find(({ id }) => id === 'janus-sip')?.rules ?? [];
afterEach(() => vi.unstubAllGlobals());

const self = 'sip:1002@pbx.example';
const jane = '+12125550199';

/** What was told of these events of the SIP plugin. */
function play(...results: object[]) {
  const { connect, listen } = openPage();
  const { said } = listen(janus);
  const socket = connect('wss://sip.example/janus');
  for (const result of results)
    socket.receive({
      ...{ janus: 'event', session_id: 1, sender: 42 },
      plugindata: { plugin: 'janus.plugin.sip', data: { sip: 'event', result: { callee: self, ...result } } },
      jsep: { type: 'offer', sdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n' },
    });
  return said.map(({ state, clientId, displayName }) =>
    [state, clientId?.value, displayName].filter((one) => one !== undefined).join(' '),
  );
}
const rings = (more: object = {}) => ({
  event: 'incomingcall',
  username: 'sip:user11@pbx.example',
  displayname: '"user11"',
  ...more,
});
const asserts = (identity: string) => ({ headers: { 'P-Asserted-Identity': identity } });

test('whom the exchange asserts is the caller, and From names them only where nobody is asserted', () => {
  expect(play(rings(asserts(`<sip:${jane}@pbx.example>`)))).toEqual([`offered ${jane}`]);
  expect(play(rings(asserts(`"Jane Example" <sip:${jane}@pbx.example>`)))).toEqual([
    `offered ${jane} Jane Example`,
  ]);
  expect(play(rings(asserts(`<tel:${jane}>`)))).toEqual([`offered ${jane}`]);
  expect(play(rings())).toEqual(['offered user11 user11']);
  expect(play(rings({ headers: { 'X-Campaign': 'Debts' } }))).toEqual(['offered user11 user11']);
});

test('whom it asserts in mid-call takes the place of the former one, name and all', () => {
  const first = rings({ username: 'sip:+33612345678@pbx.example', displayname: '"Ann"' });
  const update = { event: 'updatingcall', username: first.username, displayname: '"Ann"' };
  const accepted = { event: 'accepted' };
  expect(
    play(first, accepted, { ...update, ...asserts(`"Jane Example" <sip:${jane}@pbx.example>`) }),
  ).toEqual(['offered +33612345678 Ann', 'active +33612345678 Ann', `active ${jane} Jane Example`]);
  expect(play(first, accepted, { ...update, ...asserts(`<sip:${jane}@pbx.example>`) }).at(-1)).toBe(
    `active ${jane}`,
  );
  expect(play(first, accepted, update).at(-1)).toBe('active +33612345678 Ann');
});

test('a call that the exchange makes to the agent first is nobody’s until then', () => {
  const first = rings({ username: self, displayname: '"1002"' });
  const update = {
    event: 'updatingcall',
    username: self,
    ...asserts(`"Jane Example" <sip:${jane}@pbx.example>`),
  };
  expect(play(first, { event: 'accepted' }, update)).toEqual([
    'offered',
    'active',
    `active ${jane} Jane Example`,
  ]);
});
