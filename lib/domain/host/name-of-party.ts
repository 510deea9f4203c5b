import { alikeNumbers } from '../contact/alike-numbers.ts';
import { nobodyIn } from '../contact/nobody.ts';
import { isNobodysName } from '../contact/nobody-names.ts';
import { isAboutNumber, isNumberAsName } from '../contact/number-as-name.ts';
import { foldText } from '../text/fold-text.ts';
import { isSeen } from '../text/is-seen.ts';
import type { HostInteraction } from './host-event.ts';

/** A number within a name, with the brackets and the address that may stand about it. */
const numbers = /<[^<>]{0,256}>|[([]?\+?\p{Nd}[\p{Nd}\s()./-]{5,}\p{Nd}[)\]]?(?!@)/gu;
const edges = /^[\s,;:/|()<>[\]–—-]+|[\s,;:/|(<[–—-]+$/gu;

type Said = Pick<HostInteraction, 'clientId' | 'agent'>;

/**
 * The name of the other side in what a host calls it; undefined where that names nobody: a number, the own ClientID once
 * more, the agent, a word of an exchange. The own number, and an address, that stand beside a name are taken off. `own`:
 * further names by which the agent goes.
 */
export function nameOfParty(told: string, said: Said, own: readonly string[] = []): string | undefined {
  if (isNumberAsName(told)) return undefined;
  const name = withoutOwn(told, said.clientId?.value);
  if (!isSeen(name) || nobodyIn(name) !== undefined || isNobodysName(name)) return undefined;
  if (name !== told && (isNumberAsName(name) || isAboutNumber(name))) return undefined;
  if (said.clientId && repeats(name, said.clientId.value)) return undefined;
  const folded = foldText(name).trim();
  const agents = [said.agent ?? '', ...own].map((one) => foldText(one).trim());
  return folded !== '' && agents.includes(folded) ? undefined : name;
}

function withoutOwn(told: string, value = ''): string {
  const rest = told.replace(numbers, (found) => (isOwn(found, value) ? ' ' : found));
  return rest === told ? told : rest.replace(/\s+/g, ' ').replace(edges, '').replace(edges, '');
}

/** An address in brackets stands behind a name, never in its place. */
function isOwn(found: string, value: string): boolean {
  if (found.startsWith('<')) return /^<[^<>\s]*[@:\d][^<>\s]*>$/.test(found);
  return value !== '' && alikeNumbers(found, value);
}

/** `jane` with a capital is a name of its own; `user11` and an address are the ClientID, whatever their letter case. */
function repeats(name: string, value: string): boolean {
  const [user = ''] = value.split('@');
  if (name === value || name === user) return true;
  const folded = foldText(name);
  if (folded !== foldText(value) && folded !== foldText(user)) return false;
  return /[\p{Nd}._@-]/u.test(name);
}
