import { isTest } from './is-test.ts';
import { type NotForPeople, notForPeople } from './not-for-people.ts';
import { textsIn } from './texts-in.ts';

/** What people read is drawn from the catalogue here. The rest of the server speaks to programs and to a terminal, in English. */
const rooms = /^(?:components|entrypoints|lib|widget|server\/pages)\//;
/** The catalogue itself, and what is drawn for eyes and tests only. */
const apart = /^components\/(?:words|fixtures|gallery|testing)\//;

/** Every text that people may read and that stands in no catalogue, and every exception that nothing is on any more. */
export function checkWords(files: ReadonlyMap<string, string>, exceptions = notForPeople): string[] {
  const used = new Set<NotForPeople>();
  const breaches = [...files]
    .filter(([path]) => rooms.test(path) && !apart.test(path) && !isTest(path))
    .flatMap(([path, source]) =>
      textsIn(path, source)
        .filter(({ member }) => {
          const allowed = exceptions.filter(
            (one) => one.path.test(path) && (one.member === undefined || one.member === member),
          );
          for (const one of allowed) used.add(one);
          return allowed.length === 0;
        })
        .map(({ line, text }) => `${path}:${line}: “${text.slice(0, 80)}” belongs to components/words`),
    );
  const unused = exceptions
    .filter((one) => !used.has(one))
    .map(({ path }) => `not-for-people.ts: ${path.source} is for no text`);
  return [...breaches, ...unused];
}

/** Words between the tags of a page, and in the attributes that people read. Its title may be the product's name. */
export function wordsOfPage(html: string): string[] {
  const bare = html.replace(/<title>Ringside<\/title>|<!--.*?-->|\{\{\w+\}\}|Ringside/gs, '');
  return [
    ...bare.matchAll(/>([^<]*\p{L}[^<]*)<|\s(?:title|alt|placeholder|aria-label)="([^"]*\p{L}[^"]*)"/gu),
  ].map(([, text, attribute]) => (text ?? attribute ?? '').trim());
}
