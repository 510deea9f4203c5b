const windowName = 'ringside-rules';
const key = 'rules-draft';

/** This page is in the window that was opened to stand beside another. */
export function isBeside(): boolean {
  return window.name === windowName;
}

/** Opens the rules in a narrow window of their own, with what is being written. False where the browser opens none. */
export function openBeside(text: string): boolean {
  const { pathname } = window.location;
  sessionStorage.setItem(key, text);
  // It gets a copy of this window's storage.
  const opened = window.open(`${pathname}#rules`, windowName, 'popup,width=520,height=900');
  sessionStorage.removeItem(key);
  return opened !== null;
}

/** What was being written in the window that opened this one; once. */
export function takeOver(): string {
  const text = isBeside() ? (sessionStorage.getItem(key) ?? '') : '';
  sessionStorage.removeItem(key);
  return text;
}
