import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Bench } from '../bench.ts';
import { slowScript } from '../slow/add-slowness.ts';
import type { SideName } from './desk-server.ts';
import { addWatch, readWatch, type WatchedPage } from './prepare-extensions.ts';
import type { QuickCrm } from './quick-crm.ts';

const root = join(import.meta.dirname, '../../..');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const places: Record<SideName, WatchedPage['places']> = {
  ringside: { widget: 'h1', opened: 'main .btn' },
  floor: { widget: '#name', opened: 'button' },
};

/** The script that puts each side's widget into a page. */
export const embedScripts: Record<SideName, string> = {
  ringside: '/widget/embed.js',
  floor: '/floor/embed.js',
};

/** Has the CRM serve the built widget and the floor's, which tell what they paint, and a page that signs in at once. */
export async function putWidgets({ crm, desk: { url: desk }, slowness }: Bench): Promise<void> {
  crm.put('/watch.js', 'text/javascript', (await readWatch()).replace('__DESK__', desk));
  putFolder(crm, {
    side: 'ringside',
    folder: join(root, '.output/widget'),
    under: '/widget/',
    page: 'index.html',
  });
  putFolder(crm, { side: 'floor', folder: join(root, 'bench/floor'), under: '/floor/', page: 'widget.html' });
  crm.put('/slow.js', 'text/javascript', slowness ? await slowScript(slowness, 'widget', crm.url) : '');
  const config = { embedOrigins: [desk], signInUrl: '/sign-in' };
  crm.put('/widget/config.json', 'application/json', JSON.stringify(config));
  const message = { type: 'ringside.token', token: crm.token, agent: { name: 'Bench' } };
  crm.put(
    '/sign-in',
    'text/html',
    `<!doctype html><script>opener.postMessage(${JSON.stringify(message)}, location.origin); close()</script>`,
  );
}

interface Folder {
  side: SideName;
  folder: string;
  under: string;
  /** The page that is in the frame. */
  page: string;
}

function putFolder(crm: QuickCrm, { side, folder, under, page }: Folder): void {
  const watched = addWatch(side, { file: page, places: places[side], begins: '^(Bench |Sign in)' });
  for (const file of globSync('**/*.{html,js,css}', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    const body = file === page ? watched(addSlow(side, text)) : text;
    const type = types[extname(file)] ?? 'text/plain';
    crm.put(`${under}${file === 'index.html' ? '' : file}`, type, body);
  }
}

/** Empty where nothing is slowed; then it changes nothing but one request. */
function addSlow(side: SideName, html: string): string {
  return side === 'floor' ? html : html.replace('<head>', '<head><script src="/slow.js"></script>');
}
