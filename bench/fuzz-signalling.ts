/**
 * Generated signalling, much of it: `node bench/fuzz-signalling.ts [cases] [seed]`, 100,000 cases of SIP, XMPP and JSON
 * events by default. Nothing may throw, get out or come back after its end (judge-*.ts); a call of which the beginning is cut
 * away is told as it is or not at all; and reading must take linear time: 64
 * messages in one frame may not cost more a character than one. Prints seeds and figures; exits 1 where a rule is broken.
 */
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { eventFrame, eventTraffic } from '../lib/hosts/rules/messages/event-grammar-for-tests.ts';
import {
  judgeEventTraffic,
  readEventFrame,
} from '../lib/hosts/rules/messages/judge-event-traffic-for-tests.ts';
import { judgeLateSipTraffic } from '../lib/hosts/sip/judge-late-sip-traffic-for-tests.ts';
import { judgeSipTraffic } from '../lib/hosts/sip/judge-sip-traffic-for-tests.ts';
import { lateSipTraffic } from '../lib/hosts/sip/late-sip-traffic-for-tests.ts';
import { createSipStreams } from '../lib/hosts/sip/read-sip-stream.ts';
import { sipMessage, sipTraffic } from '../lib/hosts/sip/sip-grammar-for-tests.ts';
import { judgeXmppTraffic } from '../lib/hosts/xmpp/judge-xmpp-traffic-for-tests.ts';
import { readMessages } from '../lib/hosts/xmpp/read-messages.ts';
import { xmppStanza, xmppTraffic } from '../lib/hosts/xmpp/xmpp-grammar-for-tests.ts';

const cases = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() | 0);
const mostPerCharacter = 3;
let failed = false;

function fuzz<Traffic>(
  name: string,
  traffic: fc.Arbitrary<Traffic>,
  judge: (traffic: Traffic) => void,
): void {
  const started = performance.now();
  let slowest = 0;
  const details = fc.check(
    fc.property(traffic, (one) => {
      const from = performance.now();
      judge(one);
      slowest = Math.max(slowest, performance.now() - from);
    }),
    { seed, numRuns: cases },
  );
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const outcome = details.failed ? `BROKEN ${fc.defaultReportMessage(details)}` : 'no rule broken';
  console.log(
    `${name}: ${details.numRuns} cases, seed ${seed}, ${seconds} s, slowest ${slowest.toFixed(1)} ms, ${outcome}`,
  );
  failed ||= details.failed;
}

/** Nanoseconds a character, the best of several rounds: what another process takes away does not count. */
function cost(texts: string[], read: (text: string) => void): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const rounds = Array.from({ length: 15 }, () => {
    const from = performance.now();
    for (const text of texts) read(text);
    return performance.now() - from;
  });
  return (Math.min(...rounds) * 1e6) / characters;
}

function measure(name: string, short: string[], long: string[], read: (text: string) => void): void {
  const [each, together] = [cost(short, read), cost(long, read)];
  const ratio = together / each;
  console.log(
    `${name}: ${each.toFixed(1)} ns a character in short frames, ${together.toFixed(1)} in long ones, ratio ${ratio.toFixed(2)} of at most ${mostPerCharacter}`,
  );
  failed ||= ratio > mostPerCharacter;
}

/** The same messages one by one, and 64 in a frame. */
function batches(one: fc.Arbitrary<string>, between = '\r\n'): [string[], string[]] {
  const short = fc.sample(one, { seed, numRuns: 64 * 20 });
  return [
    short,
    Array.from({ length: 20 }, (_, index) => short.slice(index * 64, index * 64 + 64).join(between)),
  ];
}

/** One message with a part that is repeated 30 and 3,000 times. */
function lengths(start: string, part: string, end: string): [string[], string[]] {
  const times = (count: number) => start + part.repeat(count) + end;
  return [Array.from({ length: 100 }, () => times(30)), [times(3_000)]];
}

const nothing = Object.create(null);
const readSip = (text: string) => createSipStreams(() => {}).take(1, false, text, nothing);

fuzz('SIP', sipTraffic, judgeSipTraffic);
fuzz('SIP, calls that began before', lateSipTraffic, judgeLateSipTraffic);
fuzz('XMPP', xmppTraffic, judgeXmppTraffic);
fuzz('JSON events', eventTraffic, judgeEventTraffic);
const readXmpp = (text: string) => readMessages(text, false, () => {});
const invite = 'INVITE sip:a SIP/2.0\r\nCall-ID: 1\r\n';
measure('SIP, several messages', ...batches(sipMessage), readSip);
measure(
  'SIP, a long list of addresses',
  ...lengths(`${invite}P-Asserted-Identity: `, '"a" <b>;,', '\r\n\r\n'),
  readSip,
);
measure('SIP, a folded header', ...lengths(`${invite}To: `, '<a>\r\n ;', '\r\n\r\n'), readSip);
measure('SIP, a long description', ...lengths(`${invite}\r\n`, 'm=audio 0 x\r\na=mid:0\r\n', ''), readSip);
measure('XMPP, several messages', ...batches(xmppStanza), readXmpp);
measure('XMPP, attributes', ...lengths('<message ', "a='&amp;' ", '><body>x</body></message>'), readXmpp);
measure('XMPP, nested tags', ...lengths('<message><body>x', '<a b="c">d</a>', '</body></message>'), readXmpp);
const frame = { socket: 1, sent: false, address: 'wss://gateway.example/', binary: false, at: 0 };
const readEvents = (text: string) => readEventFrame({ ...frame, text }, () => {});
const ring = '{"type":"ring","call":{"id":"1"}';
measure('JSON events, several messages', ...batches(eventFrame, '\u001e'), readEvents);
measure('JSON events, a list', ...lengths('{"events":[', `${ring}},`, `${ring}}]}`), readEvents);
measure(
  'JSON events, headers',
  ...lengths(`${ring},"headers":[`, '{"name":"x","value":"y"},', '{}]}'),
  readEvents,
);
measure('JSON events, nesting', ...lengths(`${ring},"a":`, '[', ''), readEvents);
process.exit(failed ? 1 : 0);
