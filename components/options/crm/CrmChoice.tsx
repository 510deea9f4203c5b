import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import { crmAbout } from '../../words/options/crm-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { described, SettingRow } from '../parts/SettingRow.tsx';

interface Props {
  crms: readonly OfferedCrm[];
  chosen: string;
  error: string | undefined;
  disabled: boolean;
  choose(id: string): void;
}

/** Which CRM: the one that comes with Ringside first, then the others by name; typing a name finds it. */
export function CrmChoice({ crms, chosen, error, disabled, choose }: Props) {
  const own = crms.filter(({ id }) => id === 'companion');
  const others = crms.filter(({ id }) => id !== 'companion');
  const words = optionsWords().crm;
  const about = crmAbout(chosen);
  const options = (some: readonly OfferedCrm[]) =>
    some.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
      </option>
    ));
  return (
    <SettingRow id="crm" label={words.label} hint={about} error={error}>
      <select
        {...described('crm', about, error)}
        disabled={disabled}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {own.length > 0 && <optgroup label={words.own}>{options(own)}</optgroup>}
        {own.length > 0 ? <optgroup label={words.yours}>{options(others)}</optgroup> : options(others)}
      </select>
    </SettingRow>
  );
}
