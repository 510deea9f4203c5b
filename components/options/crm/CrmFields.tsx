import type { ComponentChildren, TargetedInputEvent } from 'preact';
import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import { crmFieldWords } from '../../words/options/crm-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { RestDefinition } from '../definition/RestDefinition.tsx';
import { CheckSetting } from '../parts/CheckSetting.tsx';
import { CountryChoice } from '../parts/CountryChoice.tsx';
import { described, SettingRow } from '../parts/SettingRow.tsx';
import type { CrmDraft } from '../state/crm-draft.ts';
import { CrmChoice } from './CrmChoice.tsx';

interface Props {
  crms: readonly OfferedCrm[];
  draft: CrmDraft;
  errors: Record<string, string>;
  /** A credential for the saved CRM is at hand. */
  keyKept: boolean;
  disabled: boolean;
  /** In place of the key, where one signs in at the CRM itself. */
  signIn: ComponentChildren;
  /** What stands beside the CRM that is chosen. */
  children?: ComponentChildren;
  edit(draft: CrmDraft): void;
}

/** The inputs that connect a CRM, made from the connector's own list of fields. */
export function CrmFields(props: Props) {
  const { crms, draft, errors, keyKept, disabled, signIn, children, edit } = props;
  const connector = crms.find(({ id }) => id === draft.connector);
  const words = optionsWords().crm;
  return (
    <>
      <CrmChoice
        crms={crms}
        chosen={draft.connector}
        error={errors.crm}
        disabled={disabled}
        choose={(chosen) => edit({ ...draft, connector: chosen })}
      />
      {children}
      {connector?.form.map((field) => {
        const { key, kind, placeholder } = field;
        const { label, hint } = crmFieldWords(connector.id, key);
        if (kind === 'definition') {
          return (
            <RestDefinition
              key={key}
              crmId={connector.id}
              field={field}
              value={draft.values[key] ?? ''}
              error={errors[key]}
              disabled={disabled}
              edit={(text) => edit({ ...draft, values: { ...draft.values, [key]: text } })}
            />
          );
        }
        if (kind === 'country') {
          const id = `crm-${key}`;
          return (
            <SettingRow key={key} id={id} label={label} hint={hint} error={errors[key]}>
              <CountryChoice
                {...{ id, hint, error: errors[key], disabled }}
                value={draft.values[key] ?? ''}
                choose={(country) => edit({ ...draft, values: { ...draft.values, [key]: country } })}
              />
            </SettingRow>
          );
        }
        const secret = key === 'credential';
        if (secret && signIn) return signIn;
        const id = `crm-${key}`;
        const shownHint = secret && keyKept ? words.keyKept : hint;
        const common = {
          ...described(id, shownHint, errors[key]),
          autocapitalize: 'off',
          spellcheck: false,
          dir: kind === 'text' ? 'auto' : 'ltr',
          placeholder: secret && keyKept ? '••••••••••••' : placeholder,
          disabled,
          value: secret ? draft.credential : (draft.values[key] ?? ''),
          onInput: ({ currentTarget: { value } }: TargetedInputEvent<HTMLInputElement>) =>
            edit(
              secret
                ? { ...draft, credential: value }
                : { ...draft, values: { ...draft.values, [key]: value } },
            ),
        } as const;
        return (
          <SettingRow key={key} id={id} label={label} hint={shownHint} error={errors[key]}>
            {kind === 'secret' ? (
              // "off" is ignored for passwords; "new-password" keeps the browser from offering some other one.
              <input {...common} type="password" autocomplete="new-password" />
            ) : (
              <input {...common} type="text" inputMode={kind === 'url' ? 'url' : 'text'} autocomplete="off" />
            )}
          </SettingRow>
        );
      })}
      <CheckSetting
        id="crm-stay"
        label={words.stay}
        hint={signIn ? words.staySignIn : words.stayKey}
        checked={draft.stay}
        disabled={disabled}
        change={async (stay) => {
          edit({ ...draft, stay });
          return true;
        }}
      />
    </>
  );
}
