/** The line at which `JSON.parse` stumbled. Engines say a line, a position, or nothing; people count lines. */
export function lineOfError(error: unknown, text: string): number | undefined {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const counted = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
  const line = /line (\d+)/.exec(message)?.[1];
  return line === undefined ? counted : Number(line);
}
