import type { BrowserContext, Page } from 'playwright-core';
import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { quietly } from '../browser/quietly.ts';
import type { PageServer } from '../servers/page-server.ts';

/** A contact-centre page that speaks the host protocol and says only what a test tells it to, without any gesture. */
export interface HostPage extends HostVoice {
  page: Page;
}

/** What such a page can be told to say, in whichever browser it is. */
export interface HostVoice {
  /** Says it and remembers it, so that a later `hello?` is answered with everything that is live. */
  interaction(interaction: HostInteraction): Promise<void>;
  /** Ends whatever it said was live. */
  endAll(): Promise<void>;
  focus(id: string | null): Promise<void>;
  inbox(mode: 'docked' | 'full' | 'hidden'): Promise<void>;
  /** Posts anything at all to the page's own window, as it is. */
  post(message: unknown): Promise<void>;
}

/** The page itself, for specs that need it changed. */
export const hostHtml = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Host page</title></head>
  <body>
    <h1>Host page</h1>
    <label>Reply <textarea></textarea></label>
    <script>
      const live = new Map();
      let focus = null;
      const say = (event) =>
        window.postMessage({ protocol: 'ringside', version: 1, ...event }, location.origin);
      const hello = () => say({ type: 'hello', host: { name: 'Test host', version: '1' }, commands: [] });
      window.host = {
        interaction(interaction) {
          live.set(interaction.id, interaction);
          say({ type: 'interaction', interaction });
        },
        focus(id) {
          focus = id;
          say({ type: 'focus', interactionId: id });
        },
        inbox: (mode) => say({ type: 'inbox', mode }),
        post: (message) => window.postMessage(message, location.origin),
      };
      addEventListener('message', ({ data, source }) => {
        if (source !== window || data?.protocol !== 'ringside' || data.type !== 'hello?') return;
        hello();
        for (const interaction of live.values()) say({ type: 'interaction', interaction });
        say({ type: 'focus', interactionId: focus });
      });
      hello();
    </script>
  </body>
</html>`;

export interface HostPageOptions {
  path?: string;
  name?: 'localhost' | '127.0.0.1';
  headers?: Record<string, string>;
  /** False where the spec has put a changed page there. */
  put?: boolean;
}

/** Opens one at `path` of these test pages; `name` decides the site. */
export async function openHostPage(
  context: BrowserContext,
  pages: PageServer,
  { path = '/host', name = 'localhost', headers = {}, put = true }: HostPageOptions = {},
): Promise<HostPage> {
  if (put) pages.put(path, hostHtml, headers);
  const page = await context.newPage();
  await page.goto(`${pages.origin(name)}${path}`);
  return { page, ...hostVoice((expression) => quietly<void>(context, page, expression)) };
}

/** `run`: evaluates an expression in the page without a gesture. */
export function hostVoice(run: (expression: string) => Promise<void>): HostVoice {
  const call = (method: string, argument: unknown) =>
    run(`window.host.${method}(${JSON.stringify(argument)})`);
  const said = new Map<string, HostInteraction>();
  const interaction = async (next: HostInteraction) => {
    said.set(next.id, next);
    await call('interaction', next);
  };
  return {
    interaction,
    async endAll() {
      for (const { sequence = 0, ...last } of said.values()) {
        if (last.state === 'finished' || last.state === 'closed') continue;
        await interaction({ ...last, ...ended, sequence: sequence + 1_000 });
      }
      said.clear();
    },
    focus: (id) => call('focus', id),
    inbox: (mode) => call('inbox', mode),
    post: (message) => call('post', message),
  };
}

/** Over; it stays on the rail where it was answered before. */
export const ended = { state: 'finished', endReason: 'completed' } as const;

/** One call as a host says it. */
export function phoneCall(id: string, number: string, more: Partial<HostInteraction> = {}): HostInteraction {
  return {
    id,
    channel: 'phone',
    direction: 'inbound',
    state: 'offered',
    clientId: { kind: 'phone', value: number },
    startedAt: new Date().toISOString(),
    ...more,
  };
}
