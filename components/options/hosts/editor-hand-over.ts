const item = 'rules-draft';

/** This page is in the narrow window that stands beside another. */
export function isBeside(): boolean {
  return new URLSearchParams(window.location.search).has('beside');
}

/** Leaves what is being written to the window that is about to open. */
export function handOver(text: string): void {
  localStorage.setItem(item, text);
}

/** What was being written in the window that opened this one; once. */
export function takeOver(): string {
  if (!isBeside()) return '';
  const text = localStorage.getItem(item) ?? '';
  localStorage.removeItem(item);
  return text;
}
