import { expect, it } from 'vitest';
import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const away = (desk: ReturnType<typeof engineForTests>) => {
  const connection = desk.connection();
  return connection?.status === 'ready' ? connection.away : undefined;
};

it('a CRM that is away is a fact of the connection, from the first failure until it answers anybody', async () => {
  const desk = engineForTests();
  desk.crm.add('1', 'Anna', { kind: 'phone', value: '+33199004217' });
  await desk.connect();
  await desk.ring('a', '+33199004217');
  await desk.resolved('a', 'matched');
  expect(away(desk)).toBeUndefined();

  const fail = (code: CrmErrorCode) => {
    desk.crm.before = () => {
      throw new CrmError({ code });
    };
  };
  fail('unreachable');
  const since = desk.clock.now;
  await desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'anna' });
  expect(away(desk)).toEqual({ error: { code: 'unreachable' }, since });
  desk.clock.now += 5_000;
  const sent = desk.seen.length;
  await desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'anna' });
  expect(desk.seen).toHaveLength(sent);
  fail('timeout');
  await desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'anna' });
  expect(away(desk)).toEqual({ error: { code: 'timeout' }, since });

  // A CRM that says no is there.
  fail('not-allowed');
  await desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'anna' });
  expect(away(desk)).toBeUndefined();
  fail('server-error');
  await desk.ring('b', '+33199004218');
  await desk.resolved('b', 'failed');
  expect(away(desk)?.error.code).toBe('server-error');
  desk.crm.before = () => undefined;
  await desk.engine.send({ type: 'contact.get', contactId: ref('1') });
  expect(away(desk)).toBeUndefined();
});
