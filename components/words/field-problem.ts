import type { FieldValue } from '../../lib/domain/contact/contact.ts';
import { nobodyIn } from '../../lib/domain/contact/nobody.ts';
import type { FieldDefinition } from '../../lib/domain/fields/workspace.ts';
import { isEmpty } from './field-text.ts';

type Rules = Pick<FieldDefinition, 'type'> & { required?: boolean | undefined };

/** What is wrong with a value, in words for under its field; undefined where it may be saved. The CRM judges again. */
export function fieldProblem({ type, required }: Rules, value: FieldValue): string | undefined {
  const text = typeof value === 'string' ? value.trim() : value;
  if (isEmpty(text)) return required ? 'Required field' : undefined;
  if (typeof text !== 'string') return undefined;
  if (text.length > 16_384) return 'Too long: 16,384 characters at most';
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text))
    return 'An e-mail address looks like name@example.com';
  const nobody = type === 'phone' ? nobodyIn(text) : undefined;
  if (nobody === 'withheld' || nobody === 'unknown')
    return 'This stands for nobody: leave it empty where there is no number';
  if (type === 'phone' && !(/^[+()\d\s./x#-]+$/i.test(text) && text.replace(/\D/g, '').length >= 3))
    return 'A phone number has digits, for example +44 20 7946 0123';
  if (type === 'date' && Number.isNaN(Date.parse(text))) return 'A date, for example 2026-11-24';
  if ((type === 'number' || type === 'currency') && !Number.isFinite(Number(text)))
    return 'A number, for example 4180.50';
  if (type === 'url' && !/^https:\/\/[^\s]+$/i.test(text)) return 'An address that begins with https://';
  return undefined;
}
