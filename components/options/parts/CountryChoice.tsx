import { countryName } from '../../../lib/domain/contact/place.ts';
import { phoneRegions } from '../../../lib/domain/numbers/read-number.ts';
import { locale } from '../../words/language/language.ts';
import { described } from './SettingRow.tsx';

interface Props {
  id: string;
  hint: string | undefined;
  error: string | undefined;
  disabled: boolean;
  /** ISO 3166-1 alpha-2; empty: none yet. */
  value: string;
  choose(country: string): void;
}

/** The countries whose numbers can be read, by their names in the reader's language. */
export function CountryChoice({ id, hint, error, disabled, value, choose }: Props) {
  const codes = phoneRegions().includes(value) || value === '' ? phoneRegions() : [value, ...phoneRegions()];
  const named = codes.map((code) => ({ code, name: countryName(code, locale()) ?? code }));
  const { compare } = new Intl.Collator(locale());
  return (
    <select
      {...described(id, hint, error)}
      disabled={disabled}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {value === '' && <option value="">–</option>}
      {named
        .sort((a, b) => compare(a.name, b.name))
        .map(({ code, name }) => (
          <option key={code} value={code} lang={locale()}>
            {name}
          </option>
        ))}
    </select>
  );
}
