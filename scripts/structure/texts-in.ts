import { parseSync } from 'vite';

/** A text in a file that reads like something for people, the line it begins on, and the member or attribute it is the value of. */
export interface FoundText {
  text: string;
  line: number;
  member?: string;
}

/** Members and attributes whose values people read. */
const forPeople =
  /^(?:label|hint|about|title|placeholder|alt|advice|reason|headline|what|next|aria-(?:label|description|placeholder|roledescription))$/;
/** Letters, a gap, letters: more than one word. */
const words = /\p{L}['’]?,? [“„(]?\p{L}/u;
/** Attributes that name things for programs, though a blank stands in them. */
const forPrograms =
  /^(?:class|rel|sandbox|autocomplete|accept|data-.*|aria-(?:keyshortcuts|describedby|labelledby))$/;
/** Constructors and functions whose texts developers and programs read: errors, logs, selectors, indexes of a database. */
const notForPeople =
  /(?:Error|Problem|TimeUp|LockBusy)$|^(?:console|log\w*|querySelector(?:All)?|matches|closest|stores)$/;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/**
 * Texts of a file that somebody may read and that stand in no catalogue: what stands between tags, values of members such as
 * `label`, and any text of several words. Texts of errors and logs are for developers.
 */
export function textsIn(path: string, source: string): FoundText[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: FoundText[] = [];
  const note = (node: Node, text: string, member: string | undefined): void => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push({ text: text.trim(), line, ...(member !== undefined && { member }) });
  };

  const visit = (value: unknown, member?: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, member);
    if (!isNode(value) || isSkipped(value)) return;
    const text = textOf(value);
    if (text !== undefined && isSaid(value, text, member)) note(value, text, member);
    const named = nameOfMember(value);
    for (const [key, child] of Object.entries(value)) {
      if (key === 'key' || key === 'name') continue;
      visit(child, named ?? (passesOn(value) ? member : undefined));
    }
  };
  visit(program.body);
  return found;
}

/** Between tags any letter; as a label a word with a capital; else several words. */
function isSaid({ type }: Node, text: string, member: string | undefined): boolean {
  if (type === 'JSXText') return /\p{L}/u.test(text);
  return (
    words.test(text) || (member !== undefined && forPeople.test(member) && /^\P{L}*\p{Lu}\p{Ll}/u.test(text))
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Types, what is imported, and what only programs or developers read. */
function isSkipped(node: Node): boolean {
  if (/^(?:TS(?!AsExpression|SatisfiesExpression|NonNull)|Import|ExportAll)/.test(node.type)) return true;
  if (forPrograms.test(nameOfMember(node) ?? '')) return true;
  if (node.type === 'JSXElement') return isKey(node.openingElement);
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return isNotForPeople(node.callee);
  return node.type === 'ThrowStatement';
}

/** What is printed on a key is the same in every language. */
function isKey(tag: unknown): boolean {
  return isNode(tag) && isNode(tag.name) && tag.name.name === 'kbd';
}

function isNotForPeople(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'MemberExpression')
    return isNotForPeople(callee.object) || isNotForPeople(callee.property);
  return callee.type === 'Super' || (typeof callee.name === 'string' && notForPeople.test(callee.name));
}

/** A choice between texts is one of them. */
function passesOn(node: Node): boolean {
  return /^(?:Conditional|Logical|Template|JSXExpressionContainer|TSAs|TSSatisfies|Parenthesized)/.test(
    node.type,
  );
}

function textOf(node: Node): string | undefined {
  if (/^(?:Literal|JSXText)$/.test(node.type) && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateElement') return undefined;
  const { value } = node;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : undefined;
}

function nameOfMember(node: Node): string | undefined {
  if (node.type !== 'Property' && node.type !== 'JSXAttribute') return undefined;
  const name = node.type === 'Property' ? node.key : node.name;
  if (!isNode(name)) return undefined;
  return typeof name.name === 'string' ? name.name : textOf(name);
}
