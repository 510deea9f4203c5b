import { invite } from '../sip/frames.ts';
import type { Random } from './random.ts';

const junk: unknown[] = [
  null,
  undefined,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  'x'.repeat(20_000),
  '\u202Egnp.exe',
  '\0',
  '<img src=x onerror=alert(1)>',
  { toString: 'no' },
  [[[[[]]]]],
];

const good = {
  protocol: 'ringside',
  version: 1,
  type: 'interaction',
  interaction: {
    id: 'hostile',
    channel: 'phone',
    direction: 'inbound',
    state: 'offered',
    clientId: { kind: 'phone', value: '+442079460401' },
    attributes: { a: 'b' },
  },
};

/** Host messages that are each wrong in at least one required place. */
export function* hostileMessages(chance: Random, count: number): Generator<unknown> {
  for (let index = 0; index < count; index += 1) {
    const required = chance.one(['id', 'channel', 'direction', 'state'] as const);
    const wrong = chance.one(junk.filter((each) => each !== 'x'));
    const place = chance.below(5);
    if (place === 0) yield wrong;
    else if (place === 1) yield { ...good, version: wrong === 1 ? 2 : wrong };
    else if (place === 2) yield { ...good, interaction: wrong };
    else if (place === 3) {
      // A string is a valid id unless it is empty or too long.
      const value = required === 'id' && typeof wrong === 'string' && wrong.length < 513 ? '' : wrong;
      yield { ...good, interaction: { ...good.interaction, [required]: value } };
    } else {
      yield {
        ...good,
        interaction: {
          ...good.interaction,
          attributes: JSON.parse('{"__proto__":"polluted","constructor":"x"}'),
        },
      };
    }
  }
}

/** Frames that look like SIP and are not a call: mangled INVITEs, other methods, noise, and very large ones. */
export function* hostileFrames(chance: Random, count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    const frame = invite({ callId: `hostile-${index}`, from: '+442079460401' });
    switch (chance.below(7)) {
      case 0:
        yield frame.replace(
          'INVITE sip:',
          chance.one(['OPTIONS sip:', 'NOTIFY sip:', 'INVITES sip:', 'INVITE']),
        );
        break;
      case 1:
        yield frame.replace(/^From:.*$/m, '').replace(/^Call-ID:.*$/m, '');
        break;
      case 2:
        yield frame.slice(0, chance.below(20));
        break;
      case 3:
        yield frame.replace(
          'To: <sip:agent@ringside.invalid>',
          'To: <sip:agent@ringside.invalid>;tag=in-dialog',
        );
        break;
      case 4:
        yield `SIP/2.0 ${chance.below(1_000)} ${'x'.repeat(chance.below(70_000))}`;
        break;
      case 5:
        yield Array.from({ length: chance.below(200) }, () =>
          String.fromCharCode(32 + chance.below(600)),
        ).join('');
        break;
      default:
        yield `${'\r\n'.repeat(chance.below(50))}${' '.repeat(chance.below(5_000))}`;
    }
  }
}
