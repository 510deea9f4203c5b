/** Lives of a page by rule, kept while an adapter starts again with other options: its calls go on under their ids. */
export function createKeptLives<Lives>() {
  const pages = new WeakMap<object, Map<string, Lives>>();
  return (page: object): Map<string, Lives> => {
    const lives = pages.get(page) ?? new Map<string, Lives>();
    pages.set(page, lives);
    return lives;
  };
}
