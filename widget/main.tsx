import { render } from 'preact';
import { language, speak } from '../components/words/language/language.ts';
import { startWidget } from './start-widget.ts';
import { Unreachable } from './Unreachable.tsx';
import { Widget } from './Widget.tsx';
import { readWidgetConfig } from './widget-config.ts';
import './widget.css';

const root = document.querySelector('#widget');

async function start(into: Element): Promise<void> {
  const config = await readWidgetConfig(location.href).catch(() => null);
  if (config === null) return render(<Unreachable onAgain={() => void start(into)} />, into);
  const { link, openSignIn, signedIn } = startWidget(window, config, new AbortController().signal);
  render(
    <Widget link={link} openSignIn={openSignIn} signInUrl={config.signInUrl} signedIn={signedIn} />,
    into,
  );
}

speak(navigator.languages);
document.documentElement.lang = language();
if (root) void start(root);
