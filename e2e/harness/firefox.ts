import { existsSync } from 'node:fs';

const program = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && existsSync(path),
);

/** What is missing to run it here, or undefined. */
export function firefoxMissing(): string | undefined {
  return program === undefined ? 'Firefox (apt-get install firefox-esr)' : undefined;
}
