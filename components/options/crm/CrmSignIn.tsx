import { Copy, LogIn } from 'lucide-preact';
import { useState } from 'preact/hooks';
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

const words = {
  none: 'Opens the CRM’s own page. Ringside never sees the password.',
  kept: 'Signed in.',
  new: 'Signed in. Save to keep it.',
};

/** In place of a key: the button that leads to the CRM's own sign-in page, and the address that must be registered there. */
export function CrmSignIn({ label, redirectUrl, standing, error, disabled, busy, signIn, copyText }: Props) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <SettingRow
        id="crm-redirect"
        label="Redirect address"
        hint={
          copied === false
            ? 'Copying was not allowed. Select the address and copy it.'
            : `Register it in ${label} together with the client ID.`
        }
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
            {copied ? 'Copied' : 'Copy'}
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
            {standing === 'none' ? `Sign in with ${label}` : `Sign in again with ${label}`}
          </button>
        </span>
        {error && (
          <small id="crm-credential-error" class="wrong">
            {error}
          </small>
        )}
        <small id="crm-credential-hint">{words[standing]}</small>
      </div>
    </>
  );
}
