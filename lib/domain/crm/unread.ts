/**
 * What should have stood where something else did: a code, with words in the catalogue. `form`: of another form, `size`: of another
 * length, `charset`: text in a character set that is known.
 */
export type ExpectedValue =
  | 'text'
  | 'number'
  | 'yes-or-no'
  | 'list'
  | 'object'
  | 'time'
  | 'form'
  | 'size'
  | 'charset';

/** Something in a CRM's answer that could not be read and was left out, while the rest was used. Holds nothing of a customer. */
export interface Unread {
  /** Of what it is: of a contact, of a company that is told beside contacts, or of what the CRM tells of its own fields. */
  of: 'contact' | 'company' | 'field';
  /** Without it nothing says who or what this is, so that all of it was left out; else this part alone. */
  whole: boolean;
  /** Where it stands: names of fields alone, `[]` for an entry of a list, such as `phones.additionalPhones[].number`. Empty: the whole. */
  path: string;
  expected: ExpectedValue;
}

export type ReportUnread = (unread: Unread) => void;

const longestPath = 128;

/** A path as `Unread` tells it. Keys are names of fields; what looks as if it could be anything else is not told. */
export function pathOfUnread(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((before, key) => {
    if (typeof key === 'number') return `${before}[]`;
    const name = String(key);
    const told = /^[a-z_][\w.-]{0,63}$/i.test(name) && !/\d{6}/.test(name) ? name : '…';
    return before === '' ? told : `${before}.${told}`;
  }, '');
  return text.slice(0, longestPath);
}

/** One kind of it, counted. `at`: the last time, epoch milliseconds. */
export interface UnreadPart extends Unread {
  times: number;
  at: number;
}

/** All kinds of one connection, by its id in the settings; the oldest first. */
export interface UnreadOfCrm {
  id: string;
  parts: UnreadPart[];
}
