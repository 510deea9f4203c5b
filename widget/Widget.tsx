import { type ReadonlySignal, useSignal } from '@preact/signals';
import { ContactView } from '../components/view/ContactView.tsx';
import { widgetWords } from '../components/words/companion/widget-words.ts';
import type { ViewLink } from '../lib/engine/commands/commands.ts';

interface WidgetProps {
  link: ViewLink;
  /** Opens the sign-in window; false where the browser did not let it. */
  openSignIn(): boolean;
  signInUrl: string;
  signedIn: ReadonlySignal<boolean>;
}

/** The contact view as a page of its own, and the way out where pop-ups are blocked. */
export function Widget({ link, openSignIn, signInUrl, signedIn }: WidgetProps) {
  const blocked = useSignal(false);
  const words = widgetWords();
  return (
    <>
      {blocked.value && !signedIn.value && (
        <p class="widget-notice" role="alert">
          {words.blocked} {/* The page needs its opener: it hands the token to it and to nobody else. */}
          <a href={signInUrl} target="ringside-sign-in">
            {words.openInTab}
          </a>
        </p>
      )}
      <ContactView
        link={link}
        surface="widget"
        actions={{
          signIn: () => {
            blocked.value = !openSignIn();
          },
        }}
      />
    </>
  );
}
