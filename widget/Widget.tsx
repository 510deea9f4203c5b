import { type ReadonlySignal, useSignal } from '@preact/signals';
import { ContactView } from '../components/view/ContactView.tsx';
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
  return (
    <>
      {blocked.value && !signedIn.value && (
        <p class="widget-notice" role="alert">
          The browser blocked the sign-in window.{' '}
          {/* The page needs its opener: it hands the token to it and to nobody else. */}
          <a href={signInUrl} target="ringside-sign-in">
            Open it in a tab
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
