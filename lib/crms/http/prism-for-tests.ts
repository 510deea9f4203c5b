import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** What a contract has against a request, as Prism says it. */
export interface Violation {
  request: string;
  code: string;
  message: string;
}

/** The folder with the vendors' specification files; they may not be part of the project. */
const folder = process.env.RINGSIDE_OPENAPI ?? '';
const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((one) => join(one, 'prism'))
  .find((path) => existsSync(path));
const startWithinMs = 60_000;

/** Why nothing can be checked against this file; undefined where it can. */
export function prismMissing(file: string): string | undefined {
  if (folder === '') return 'RINGSIDE_OPENAPI names no folder with the published contracts';
  if (!existsSync(join(folder, file))) return `${file} is not in the folder that RINGSIDE_OPENAPI names`;
  return program === undefined ? 'there is no program "prism" on the PATH (@stoplight/prism-cli)' : undefined;
}

/** Prism on loopback, checking requests against a vendor's OpenAPI file. */
export async function startPrism(file: string) {
  if (program === undefined) throw new Error(prismMissing(file));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}/`;
  const args = ['mock', '-h', '127.0.0.1', '-p', String(port), join(folder, file)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Prism did not start within ${startWithinMs} ms.`)),
      startWithinMs,
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('is listening')) return;
      clearTimeout(timer);
      resolve();
    });
    child.on('exit', (code) => reject(new Error(`Prism ended with ${code}: ${said.slice(-500)}`)));
  });
  return {
    baseUrl,
    /** Sends one request and answers what the contract has against it; what it has against its own examples is no matter. */
    async check(method: string, path: string, sent: { headers: Record<string, string>; body: string }) {
      const { status, told, text } = await ask(baseUrl + path, { method, ...sent });
      const about = `${method} ${path.replace(/\?.*/, '')}`;
      const violations = told
        .filter(({ location }) => location?.[0] === 'request')
        .map(({ code, message, location }) => ({
          request: about,
          code,
          message: `${location?.join('.')}: ${message}`,
        }));
      // Prism's own refusals: no such path or method, nobody signed in, a body that does not fit.
      const refused = status >= 400 && violations.length === 0;
      return refused ? [{ request: about, code: String(status), message: text.slice(0, 500) }] : violations;
    },
    async stop(): Promise<void> {
      child.removeAllListeners('exit');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

interface Told {
  location?: string[];
  code: string;
  message: string;
}

/** What Prism has against its own examples stands in the same header, which grows beyond what `fetch` reads. */
async function ask(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: string },
) {
  const sent = request(url, { method, headers, maxHeaderSize: 4 * 1_048_576 });
  sent.end(body);
  // The arguments of this event.
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  // A long list is cut off somewhere, so each entry is read by itself. They look as Prism 5.14 writes them.
  const entries =
    String(response.headers['sl-violations'] ?? '').match(/\{"location":\[[^\]]*\][^{}]*\}/g) ?? [];
  return {
    status: response.statusCode ?? 0,
    told: entries.map((entry) => JSON.parse(entry) as Told),
    text,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  // A TCP server's address is never a pipe's name.
  return typeof address === 'object' && address ? address.port : 0;
}
