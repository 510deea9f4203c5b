import { render } from 'preact';
import { language, speak } from '../components/words/language/language.ts';
import { directionOf, wantedLanguages } from '../lib/domain/text/languages.ts';
import { startWidget } from './start-widget.ts';
import { Unreachable } from './Unreachable.tsx';
import { Widget } from './Widget.tsx';
import { readWidgetConfig } from './widget-config.ts';
import './widget.css';

const root = document.querySelector('#widget');

async function start(into: Element): Promise<void> {
  const config = await readWidgetConfig(location.href).catch(() => null);
  if (config === null) return render(<Unreachable onAgain={() => void start(into)} />, into);
  const { signal } = new AbortController();
  const { signInUrl } = config;
  const onLanguage = (tag: string): void => void speakAs(tag).then(draw);
  const { link, openSignIn, signedIn } = startWidget(window, config, { signal, onLanguage });
  function draw(): void {
    const signIn = { openSignIn, signInUrl, signedIn };
    render(<Widget key={language()} link={link} {...signIn} />, into);
  }
  draw();
}

/** The host's language, where it says one, else the browser's. */
async function speakAs(host?: string): Promise<void> {
  await speak(wantedLanguages({ host }, navigator.languages));
  document.documentElement.lang = language();
  document.documentElement.dir = directionOf(language());
}

await speakAs();
if (root) void start(root);
