import { Copy, LogIn } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import { SettingRow } from '../parts/SettingRow.tsx';

interface Props {
  /** Of the CRM. */
  label: string;
  /** To be registered in the CRM. */
  redirectUrl: string;
  /** `new`: signed in just now, not saved yet. */
  standing: 'none' | 'kept' | 'new';
  error: string | undefined;
  disabled: boolean;
  busy: boolean;
  signIn(): void;
  copyText(text: string): Promise<void>;
}

/** In place of a key: the button that leads to the CRM's own sign-in page, and the address that must be registered there. */
export function CrmSignIn({ label, redirectUrl, standing, error, disabled, busy, signIn, copyText }: Props) {
  const words = optionsWords().crm;
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <SettingRow
        id="crm-redirect"
        label={words.redirect}
        hint={copied === false ? words.copyThere : words.registerIt(label)}
      >
        <span class="joined">
          <input
            id="crm-redirect"
            aria-describedby="crm-redirect-hint"
            class="in"
            type="text"
            dir="ltr"
            readOnly
            value={redirectUrl}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            class="btn"
            onClick={() =>
              void copyText(redirectUrl).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            <Copy class="i sm" aria-hidden="true" />
            {copied ? words.copied : words.copy}
          </button>
        </span>
      </SettingRow>
      {/* No label: it would take the place of the button's own name. */}
      <div class="setrow">
        <span class="action">
          <button
            type="button"
            id="crm-credential"
            class="btn"
            aria-busy={busy}
            aria-describedby={`crm-credential-hint${error ? ' crm-credential-error' : ''}`}
            disabled={disabled}
            onClick={signIn}
          >
            <LogIn class="i sm" aria-hidden="true" />
            {standing === 'none' ? words.signInWith(label) : words.signInAgainWith(label)}
          </button>
        </span>
        {error && (
          <small id="crm-credential-error" class="wrong">
            {error}
          </small>
        )}
        <small id="crm-credential-hint">{words.signIn[standing]}</small>
      </div>
    </>
  );
}
