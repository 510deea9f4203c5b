import { render } from 'preact';
import { capabilitiesOf } from '../../lib/domain/interaction/capabilities-of.ts';
import { directionOf } from '../../lib/domain/text/languages.ts';
import { ContactCard } from '../card/ContactCard.tsx';
import { foundOtherwise } from '../fixtures/found-otherwise.ts';
import { fixtureNow, found } from '../fixtures/people.ts';
import { type StateName, states } from '../fixtures/states.ts';
import { createStillLink } from '../fixtures/still-link.ts';
import { OptionsPage } from '../options/OptionsPage.tsx';
import { createTestLink } from '../options/state/create-test-link.ts';
import { speakPseudo } from '../testing/pseudo-language.ts';
import { ContactView } from '../view/ContactView.tsx';
import { language, speak } from '../words/language/language.ts';
import { optionsScenes } from './options-scenes.ts';
import '../options/options.css';
import '../options/fields/arrange.css';
import './gallery.css';

/**
 * For eyes, in development only: `?state=03-matched-reduced&theme=dark&dir=rtl&crm=Odoo&language=en-XA`, or the list of all
 * of them. The language en-XA is the one made from English; any other is one there are words in.
 */
const query = new URLSearchParams(location.search);
const cards: Record<string, StateName> = {
  '14-card': '03-matched-reduced',
  '14-card-resolving': '02-resolving',
  '14-card-ambiguous': '05-ambiguous',
  '14-card-failed': '09-failed',
  '14-pill': '03-matched-reduced',
  '14-pill-number': '06-unmatched',
};
/** Pictures that need the agent's hand: what to do once the state is drawn. */
const hands: Record<string, { state: StateName; act: () => void; found?: typeof foundOtherwise }> = {
  '04-editing': {
    state: '04-matched-full',
    act: () => document.querySelector<HTMLButtonElement>('[data-edit="jobTitle"]')?.click(),
  },
  '04-menu': {
    state: '04-matched-full',
    act: () => document.querySelector<HTMLButtonElement>('.more > button')?.click(),
  },
  '04-many-open': {
    state: '04-many',
    act: () => document.querySelector<HTMLButtonElement>('.rail-more > button')?.click(),
  },
  '04-twelve-open': {
    state: '04-twelve',
    act: () => document.querySelector<HTMLButtonElement>('.rail-more > button')?.click(),
  },
  '01-browse': {
    state: '01-idle',
    act: () => document.querySelectorAll<HTMLButtonElement>('.people .pick')[1]?.click(),
  },
  '01-create': {
    state: '01-idle',
    act: () => document.querySelector<HTMLButtonElement>('.foot .btn')?.click(),
  },
  '06-problems': { state: '06-unmatched', act: () => document.querySelector('form')?.requestSubmit() },
  '07-search': { state: '06-unmatched', act: () => search('mar') },
  '07-search-why': { state: '06-unmatched', act: () => search('mar'), found: foundOtherwise },
  '07-search-copies': { state: '04-read-only', act: () => search('mar') },
};

function search(words: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!input) return;
  input.focus();
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Draws the options page; false where there is none of that name. */
function drawOptions(name: string, root: HTMLElement): boolean {
  const scene = optionsScenes[name];
  if (!scene) return false;
  location.hash = scene.hash;
  render(<OptionsPage link={createTestLink(scene.start).link} />, root);
  const { act } = scene;
  if (act) void actOnce(() => act(root));
  return true;
}

async function actOnce(act: () => boolean): Promise<void> {
  while (!act()) await new Promise(requestAnimationFrame);
}

function draw(name: string, root: HTMLElement): void {
  const clock = () => fixtureNow;
  if (drawOptions(name, root)) return;
  const card = cards[name];
  if (card) {
    const link = createStillLink(states[card]);
    const all = matchMedia('all');
    // As in a frame that is as low as a folded card.
    if (name.startsWith('14-pill')) window.matchMedia = () => all;
    const standing = { shape() {}, drag() {}, towards() {}, noCard() {} };
    render(<ContactCard {...{ link, clock, standing }} onHide={() => {}} onOpen={() => {}} />, root);
    return;
  }
  const hand = hands[name];
  const state = hand ? states[hand.state] : Object.entries(states).find(([one]) => one === name)?.[1];
  if (!state) throw new Error(`Gallery: no state ${name}; open it without ?state= for the list.`);
  const crm = query.get('crm');
  const connections = state.connections.map((one) => (crm ? { ...one, crm } : one));
  const named = { ...state, connections };
  const link = createStillLink(named, found);
  if (connections[0] && !capabilitiesOf(connections[0]).search)
    link.answer('contact.search', () => ({ ok: true, contacts: found, cached: true }));
  const { found: reply } = hand ?? {};
  if (reply) link.answer('contact.search', () => reply);
  const known = [...found, ...state.recent.map((recent) => recent.contact)];
  link.answer('contact.get', (command) => {
    const contact = command.type === 'contact.get' && known.find(({ id }) => id === command.contactId);
    return contact ? { ok: true, contact } : { ok: false, error: { code: 'not-found' } };
  });
  const actions = {
    openOptions() {},
    signIn() {},
    takeTestCall() {},
    allowHost: { origin: 'https://desk.example.com', allow() {} },
  };
  render(<ContactView link={link} surface="panel" clock={clock} actions={actions} />, root);
  hand?.act();
}

function list(root: HTMLElement): void {
  const names = [
    ...Object.keys(states),
    ...Object.keys(hands),
    ...Object.keys(cards),
    ...Object.keys(optionsScenes),
  ].sort();
  render(
    <main class="gallery">
      <h1>Every state of the view</h1>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`?state=${name}`} data-state={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </main>,
    root,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('Gallery: index.html has no #root.');
const asked = query.get('language');
if (asked === 'en-XA') speakPseudo();
else if (asked !== null) await speak([asked]);
document.documentElement.lang = language();
document.documentElement.dir = query.get('dir') ?? directionOf(language());
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const name = query.get('state');
if (name) draw(name, root);
else list(root);
