/** Rule files to begin from, by the names that the catalogue has for them; people replace what is theirs. */
const texts = import.meta.glob<string>('./templates/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export const templateNames = ['phone', 'inbox', 'mails', 'messages', 'socket'] as const;

/** A template as text, as it stands in the editor. */
export function templateText(name: (typeof templateNames)[number]): string {
  return texts[`./templates/${name}.json`] ?? '';
}
