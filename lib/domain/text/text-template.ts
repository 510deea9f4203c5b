/** How a placeholder's text is written within another: `{query:plain}`. */
export const templateForms = ['raw', 'plain', 'quoted', 'doubled', 'number'] as const;
export type TemplateForm = (typeof templateForms)[number];

/** A piece of a template: fixed text, or a placeholder. */
export type TemplatePart = { text: string } | { name: string; form?: TemplateForm };

const partPattern = /(\{\{|\}\})|\{([A-Za-z]\w{0,31})(?::([a-z]{1,16}))?\}|([^{}]+)/y;

/** A template in pieces: `contacts/{contactId}`; a brace that stands for itself is doubled. undefined for what is none. */
export function templateParts(template: string): TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < template.length) {
    partPattern.lastIndex = at;
    const found = partPattern.exec(template);
    if (!found) return undefined;
    const [all, brace, name, word, text] = found;
    if (name === undefined) parts.push({ text: brace === undefined ? (text ?? '') : brace.charAt(0) });
    else {
      const form = templateForms.find((one) => one === word);
      if (word !== undefined && form === undefined) return undefined;
      parts.push({ name, ...(form && { form }) });
    }
    at += all.length;
  }
  return parts;
}

/** A template that is one placeholder and nothing else. */
export function solePlaceholder(template: string): { name: string; form?: TemplateForm } | undefined {
  const parts = templateParts(template);
  const [part] = parts ?? [];
  return parts?.length === 1 && part && 'name' in part ? part : undefined;
}

/**
 * Text as it may stand within a query language. `plain`: letters, digits, space and `@ . + -`, anything else an underscore.
 * `quoted`: a backslash before quotes and backslashes. `doubled`: single quotes twice.
 */
export function formText(text: string, form: TemplateForm | undefined): string {
  switch (form) {
    case 'plain':
      return text.replace(/[^\p{L}\p{M}\p{N}@.+ -]/gu, '_');
    case 'quoted':
      return text.replace(/[\\"']/g, '\\$&');
    case 'doubled':
      return text.replaceAll("'", "''");
    default:
      return text;
  }
}
