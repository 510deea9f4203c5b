import { render } from 'preact';
import '../../components/styles/card-page.css';
import { ContactCard } from '../../components/card/ContactCard.tsx';
import type { CardStanding } from '../../components/card/card-standing.ts';
import { language, speak } from '../../components/words/language/language.ts';
import { browser } from '../../lib/extension/browser/browser.ts';
import { dressPage } from '../../lib/extension/views/dress-page.ts';
import { createViewLink } from '../../lib/extension/views/view-link.ts';

const life = new AbortController().signal;
const root = document.getElementById('app') ?? document.body;

const link = createViewLink({
  signal: life,
  onLost(lost) {
    root.hidden = lost !== 'no';
    if (lost === 'for-good') render(null, root);
  },
});
let shown: string | null = null;
link.subscribe(({ front }) => {
  shown = front;
}, life);

/** Straight from the click where the browser allows that, else through the worker. */
function openPanel(): void {
  const place = link.place();
  const ask = () => link.tell({ type: 'open-panel' });
  if (browser.sidePanel === undefined || place === undefined) ask();
  else browser.sidePanel.open({ windowId: place.windowId }).catch(ask);
}

function hide(): void {
  if (shown !== null) link.tell({ type: 'hide', key: shown });
}

const standing: CardStanding = {
  shape: (shape) => link.tell({ type: 'card-shape', shape }),
  drag: (step) => link.tell({ type: 'card-drag', step }),
  towards: (side) => link.tell({ type: 'card-towards', side }),
  noCard: () => link.tell({ type: 'no-card' }),
};

const draw = () =>
  render(
    <ContactCard key={language()} link={link} onHide={hide} onOpen={openPanel} standing={standing} />,
    root,
  );
void dressPage(document.documentElement, { speak, language, draw, signal: life });
