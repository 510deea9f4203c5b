import { CrmError } from '../../domain/crm/crm-error.ts';

/** An element of an XML document: `name` is `{namespace}local`, `text` what stands in it outside its children. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const deepest = 64;

/**
 * Reads an XML document by namespace, since servers choose their own prefixes. A worker has no DOMParser. Document types
 * (and with them entities of their own) are refused. Throws `bad-reply` for what is not well-formed.
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', text: '', children: [] };
  const open: { element: XmlElement; tag: string; spaces: Map<string, string> }[] = [
    { element: root, tag: '', spaces: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]) },
  ];
  const text = source.replace(/^\uFEFF/, '');
  token.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const match = token.exec(text);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw malformed();
    at = token.lastIndex;
    const [, cdata, closing, tag, attributes = '', empty, chars] = match;
    if (cdata !== undefined) parent.element.text += cdata;
    else if (chars !== undefined) parent.element.text += decode(chars);
    else if (tag === undefined) continue;
    else if (closing === '/') {
      if (parent.tag !== tag || open.length === 1) throw malformed();
      open.pop();
    } else {
      const spaces = spacesOf(attributes, parent.spaces);
      const element = { name: nameOf(tag, spaces), text: '', children: [] };
      parent.element.children.push(element);
      if (empty !== '/') open.push({ element, tag, spaces });
      if (open.length > deepest) throw malformed();
    }
  }
  const [top, ...more] = root.children;
  if (top === undefined || more.length > 0 || open.length > 1 || root.text.trim() !== '') throw malformed();
  return top;
}

/** The first element of that name below, at any depth. */
export function findXml(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : findXml(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Text as it may stand in an element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}

function spacesOf(attributes: string, outer: Map<string, string>): Map<string, string> {
  const declared = [...attributes.matchAll(attribute)].filter(([, name = '']) => /^xmlns(:|$)/.test(name));
  if (declared.length === 0) return outer;
  const spaces = new Map(outer);
  for (const [, name = '', double, single] of declared) {
    spaces.set(name.slice(6), decode(double ?? single ?? ''));
  }
  return spaces;
}

function nameOf(tag: string, spaces: Map<string, string>): string {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  const space = spaces.get(prefix);
  if (space === undefined && prefix !== '') throw malformed();
  return `{${space ?? ''}}${tag.slice(colon + 1)}`;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (_all, decimal, hex, name) => {
    if (name !== undefined) {
      const sign = entities[name];
      if (sign === undefined) throw malformed();
      return sign;
    }
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10ffff) throw malformed();
    return String.fromCodePoint(code);
  });
}

function malformed(): CrmError {
  return new CrmError({ code: 'bad-reply' });
}
