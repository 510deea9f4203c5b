import { expect, it } from 'vitest';
import { growth, linear } from '../../domain/contact/growth-for-tests.ts';
import { findXml, parseXml } from './xml.ts';

it('reads by namespace, whatever the prefix', () => {
  for (const text of [
    '<multistatus xmlns="DAV:"><response><href>/a&amp;b</href></response></multistatus>',
    '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/a&#38;b</d:href></d:response></d:multistatus>\n',
    '\uFEFF<D:multistatus xmlns:D=\'DAV:\'><!-- <x> --><x:response xmlns:x="DAV:"><href xmlns="DAV:"><![CDATA[/a&b]]></href></x:response></D:multistatus>',
  ]) {
    const root = parseXml(text);
    expect(root.name).toBe('{DAV:}multistatus');
    expect(findXml(root, '{DAV:}href')!.text).toBe('/a&b');
  }
});

it('keeps namespaces of the same names apart', () => {
  const root = parseXml('<a xmlns="DAV:" xmlns:c="urn:c"><c:x>1</c:x><x y=">">2</x><x/></a>');
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['{urn:c}x', '1'],
    ['{DAV:}x', '2'],
    ['{DAV:}x', ''],
  ]);
});

it.each([
  '',
  'hello',
  '{"a":1}',
  '<a>',
  '<a></b>',
  '</a>',
  '<a/><b/>',
  '<a/>text',
  '<a>&unknown;</a>',
  '<a>&#1114112;</a>',
  '<p:a/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a b="c></a>',
  '<html><body><p>Log in<br></body></html>',
  '<a>'.repeat(100) + '</a>'.repeat(100),
])('refuses %j', (text) => {
  expect(() => parseXml(text)).toThrow('CRM: bad-reply');
});

it('reads a large answer in time that grows with its length only', () => {
  const large = (size: number) => `<a xmlns="DAV:">${'<b c="d">e</b>'.repeat(size)}</a>`;
  expect(parseXml(large(100_000)).children).toHaveLength(100_000);
  expect(growth((size) => parseXml(large(size)), 10_000)).toBeLessThan(linear);
  const endless = (size: number) => () => parseXml(`<${'a'.repeat(size)}`);
  expect(endless(1_000_000)).toThrow('CRM: bad-reply');
  expect(growth((size) => expect(endless(size)).toThrow(), 100_000)).toBeLessThan(linear);
});
