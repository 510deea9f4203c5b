/** A text as it goes into a page: a string, or the parts of a regular expression. */
export type Pattern = { text: string; exact?: boolean } | { source: string; flags: string };

/** How something is found, one step after the other, each among what the one before has found. */
export type Step =
  | { by: 'role'; role: string; name?: Pattern; level?: number }
  | { by: 'css'; css: string }
  | { by: 'text' | 'label' | 'has-text'; pattern: Pattern }
  | { by: 'visible' | 'first' }
  | { by: 'or'; steps: Step[] };

/** The part of axe-core that says what a screen reader makes of an element. Its types know little of `commons`. */
interface Axe {
  setup(root: Element): void;
  teardown(): void;
  commons: {
    aria: { getRole(element: Element): string | null };
    dom: { isVisibleToScreenReaders(element: Element): boolean };
    text: { accessibleText(element: Element): string };
  };
}

/** Runs in a page that has axe-core in it, and stands for itself there: what it finds, in the order of the page. */
export function findInPage(steps: Step[]): Element[] {
  const { axe } = window as unknown as { axe: Axe };
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const fits = (said: string | null, pattern: Pattern) => {
    if ('source' in pattern) return new RegExp(pattern.source, pattern.flags).test(plain(said));
    return pattern.exact
      ? plain(said) === plain(pattern.text)
      : plain(said).toLowerCase().includes(plain(pattern.text).toLowerCase());
  };
  const all = (roots: ParentNode[], css: string) => [
    ...new Set(roots.flatMap((root) => [...root.querySelectorAll(css)])),
  ];
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const hasRole = (element: Element, { role, name, level }: Extract<Step, { by: 'role' }>) =>
    axe.commons.aria.getRole(element) === role &&
    axe.commons.dom.isVisibleToScreenReaders(element) &&
    (level === undefined || element.matches(`h${level}, [aria-level="${level}"]`)) &&
    (name === undefined || fits(axe.commons.text.accessibleText(element), name));
  const isLabelled = (element: Element, pattern: Pattern) => {
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    const own = element.getAttribute('aria-label');
    return labels.some((label) => fits(label.textContent, pattern)) || (own !== null && fits(own, pattern));
  };
  const walk = (roots: ParentNode[], rest: Step[]): ParentNode[] =>
    rest.reduce((found, step) => take(found, step, roots), roots);
  function take(found: ParentNode[], step: Step, roots: ParentNode[]): ParentNode[] {
    const elements = () => found.filter((one) => one instanceof Element);
    switch (step.by) {
      case 'role':
        return all(found, '*').filter((element) => hasRole(element, step));
      case 'css':
        return all(found, step.css);
      case 'label':
        return all(found, '*').filter((element) => isLabelled(element, step.pattern));
      case 'text': {
        const saying = all(found, ':not(script, style)').filter((one) => fits(one.textContent, step.pattern));
        return saying.filter((one) => !saying.some((other) => other !== one && one.contains(other)));
      }
      case 'has-text':
        return elements().filter((one) => fits(one.textContent, step.pattern));
      case 'visible':
        return elements().filter(isSeen);
      case 'first':
        return found.slice(0, 1);
      case 'or': {
        const either = new Set([...found, ...walk([document], step.steps)]);
        return all([document], '*').filter((element) => either.has(element));
      }
    }
    return roots;
  }
  axe.setup(document.documentElement);
  try {
    return walk([document], steps).filter((one) => one instanceof Element);
  } finally {
    axe.teardown();
  }
}
