/**
 * Puts text into the clipboard; false where nothing could. A page within a page of another site may not use the clipboard's
 * own interface unless that site says so, but may copy what an agent has just clicked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const had = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hide';
  document.body.append(area);
  area.focus({ preventScroll: true });
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (had instanceof HTMLElement) had.focus({ preventScroll: true });
  }
}
