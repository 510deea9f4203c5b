import type { HostSettings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';

interface Props {
  /** The hosts that are connected. */
  hosts: readonly HostSettings[];
  /** Origins that it is limited to, also of hosts that are not connected any more; none: it is for all. */
  chosen: readonly string[];
  disabled: boolean;
  choose(origins: string[]): void;
}

/** For which hosts a CRM is asked. */
export function CrmHosts({ hosts, chosen, disabled, choose }: Props) {
  const words = optionsWords().crm;
  const gone = chosen.filter((origin) => !hosts.some((host) => host.origin === origin));
  const all = [...hosts, ...gone.map((origin) => ({ origin, label: '' }))];
  const toggle = (origin: string, wanted: boolean): void =>
    choose(all.map((host) => host.origin).filter((one) => (one === origin ? wanted : chosen.includes(one))));
  if (all.length === 0) return null;
  return (
    <fieldset class="setrow hosts" aria-describedby="crm-hosts-hint">
      <legend>{words.onlyHosts}</legend>
      <div class="choices">
        {all.map(({ origin, label }) => (
          <label key={origin} class="box">
            <input
              type="checkbox"
              disabled={disabled}
              checked={chosen.includes(origin)}
              onChange={({ currentTarget }) => toggle(origin, currentTarget.checked)}
            />
            <span>
              {label ? (
                <>
                  <bdi>{label}</bdi>{' '}
                  <bdi dir="ltr" class="quiet">
                    {origin}
                  </bdi>
                </>
              ) : (
                <bdi dir="ltr">{origin}</bdi>
              )}
              {gone.includes(origin) && <span class="quiet"> {words.notConnected}</span>}
            </span>
          </label>
        ))}
      </div>
      <small id="crm-hosts-hint">{chosen.length === 0 ? words.forAllHosts : words.forTheseHosts}</small>
    </fieldset>
  );
}
