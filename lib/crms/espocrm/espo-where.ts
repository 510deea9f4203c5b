/** As EspoCRM spells a condition in an address. */
export function equals(attribute: string, value: string): Record<string, string> {
  return {
    'where[0][type]': 'equals',
    'where[0][attribute]': attribute,
    'where[0][value]': value,
  };
}

export function oneOf(attribute: string, values: string[]): Record<string, string> {
  return {
    'where[0][type]': 'in',
    'where[0][attribute]': attribute,
    ...Object.fromEntries(values.map((value, index) => [`where[0][value][${index}]`, value])),
  };
}

/** One of several attributes. */
export function anyEquals(attributes: string[], value: string): Record<string, string> {
  const parts = attributes.flatMap((attribute, index): [string, string][] => {
    const at = `where[0][value][${index}]`;
    return [
      [`${at}[type]`, 'equals'],
      [`${at}[attribute]`, attribute],
      [`${at}[value]`, value],
    ];
  });
  return { 'where[0][type]': 'or', ...Object.fromEntries(parts) };
}

/** Whoever is linked with this record. */
export function linkedWith(link: string, id: string): Record<string, string> {
  return {
    'where[0][type]': 'linkedWith',
    'where[0][attribute]': link,
    'where[0][value][0]': id,
  };
}

/** Each of the words somewhere in one of the attributes. */
export function everyWord(words: string[], attributes: string[]): Record<string, string> {
  const parts = words.flatMap((word, each): [string, string][] => [
    [`where[${each}][type]`, 'or'],
    ...attributes.flatMap((attribute, index): [string, string][] => {
      const at = `where[${each}][value][${index}]`;
      return [
        [`${at}[type]`, 'contains'],
        [`${at}[attribute]`, attribute],
        [`${at}[value]`, word],
      ];
    }),
  ]);
  return Object.fromEntries(parts);
}
