/** The real programs that some tests need: a browser of either kind, a SIP and an XMPP server, four CRMs, a PostgreSQL, a screen that is none. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages, mayInstallDebianPackages } from './debian.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

const programs = [
  {
    name: 'Cyrus with JMAP',
    packages: ['cyrus-imapd', 'cyrus-caldav', 'sasl2-bin'],
    isHere: () =>
      ['master', 'httpd', 'imapd'].every((name) => existsSync(join('/usr/lib/cyrus/bin', name))) &&
      onPath('saslpasswd2'),
  },
  {
    name: 'Django REST framework',
    packages: ['python3-djangorestframework', 'python3-django-filters'],
    isHere: () =>
      ['rest_framework', 'django_filters'].every((name) =>
        existsSync(join('/usr/lib/python3/dist-packages', name)),
      ),
  },
  { name: 'Firefox', packages: ['firefox-esr'], isHere: () => onPath('firefox-esr') || onPath('firefox') },
  {
    name: 'Kamailio with WebSocket and TLS',
    packages: ['kamailio', 'kamailio-websocket-modules', 'kamailio-tls-modules'],
    isHere: () =>
      onPath('kamailio') &&
      ['websocket.so', 'tls.so'].every((module) => under('/usr/lib', `kamailio/modules/${module}`)),
  },
  {
    name: 'PostgreSQL',
    packages: ['postgresql'],
    isHere: () => onPath('postgres') || under('/usr/lib/postgresql', 'bin/postgres'),
  },
  { name: 'Prosody', packages: ['prosody'], isHere: () => onPath('prosody') },
  { name: 'Radicale', packages: ['radicale'], isHere: () => onPath('radicale') },
  { name: 'sipp', packages: ['sip-tester'], isHere: () => onPath('sipp') },
  {
    name: 'Tryton with party and country',
    packages: ['tryton-server', 'tryton-modules-party', 'tryton-modules-country'],
    isHere: () =>
      onPath('trytond') &&
      ['party', 'country'].every((module) =>
        existsSync(join('/usr/lib/python3/dist-packages/trytond/modules', module)),
      ),
  },
  { name: 'Xvfb', packages: ['xvfb', 'xauth'], isHere: () => onPath('xvfb-run') },
  { name: 'xdotool', packages: ['xdotool'], isHere: () => onPath('xdotool') },
];

/** Installs what is not here, where it can. Answers the names of what is still missing. */
export async function ensureTestPrograms() {
  const missing = () => programs.filter(({ isHere }) => !isHere());
  const packages = missing().flatMap((program) => program.packages);
  if (packages.length > 0 && mayInstallDebianPackages) await installDebianPackages(packages);
  const browser = await ensureBrowser();
  return {
    browser: browser.path,
    missing: [...(browser.path ? [] : ['Chromium']), ...missing().map(({ name }) => name)],
  };
}

/** `/usr/sbin` is not on everybody's PATH. */
function onPath(program) {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  );
}

/** True where `path` exists in one of the folders of `folder`, which are named after a machine or a version. */
function under(folder, path) {
  return existsSync(folder) && readdirSync(folder).some((each) => existsSync(join(folder, each, path)));
}
