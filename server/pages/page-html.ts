import { parseAccept } from 'hono/utils/accept';
import { directionOf } from '../../lib/domain/text/languages.ts';

/** A piece of HTML that is written as it stands, within a sentence. */
export interface Markup {
  html: string;
}

/** The languages that a browser asks for (`Accept-Language`), best first. */
export function languagesOf(header: string | undefined): string[] {
  return parseAccept(header ?? '')
    .filter(({ type, q }) => type !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type);
}

/** A template that is written in English, marked as what it becomes and turned round where that is written so. */
export function inLanguage(template: string, language: string): string {
  return template.replace('<html lang="en"', `<html lang="${language}" dir="${directionOf(language)}"`);
}

/** A page with its texts in place: `{{name}}` is what `texts` has by that name. Throws where one is missing. */
export function pageHtml(template: string, texts: Record<string, string | (string | Markup)[]>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`This page has no text ${name}.`);
    return [text].flat().map(htmlOf).join('');
  });
}

function htmlOf(part: string | Markup): string {
  if (typeof part !== 'string') return part.html;
  return part.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
