import type { HostSettings } from '../../../lib/domain/settings.ts';
import { CheckSetting } from '../parts/CheckSetting.tsx';
import { TextSetting } from '../parts/TextSetting.tsx';
import { readAddress } from '../state/read-address.ts';

const mostFrames = 16;

interface Props {
  host: HostSettings;
  /** Makes the ids of the controls unique on the page. */
  id: string;
  readOnly: boolean;
  change(change: HostChange): Promise<boolean>;
  markUnsaved(id: string, unsaved: boolean): void;
}

/** `undefined` takes the frame addresses away. */
export type HostChange = Partial<Omit<HostSettings, 'frameOrigin'>> & {
  frameOrigin?: HostSettings['frameOrigin'] | undefined;
};

/** What an administrator may set for one host. */
export function HostOptions({ host, id, readOnly, change, markUnsaved }: Props) {
  return (
    <>
      <TextSetting
        id={`${id}-label`}
        label="Name"
        hint="What agents read instead of the address"
        value={host.label}
        disabled={readOnly}
        check={checkLabel}
        save={(label) => change({ label })}
        markUnsaved={markUnsaved}
      />
      <TextSetting
        id={`${id}-campaign`}
        label="Campaign header"
        hint="The SIP header that names the campaign of a call"
        value={host.campaignHeader}
        disabled={readOnly}
        check={checkHeader}
        save={(campaignHeader) => change({ campaignHeader })}
        markUnsaved={markUnsaved}
      />
      <CheckSetting
        id={`${id}-internal`}
        label="Internal calls pop too"
        checked={host.popInternal}
        disabled={readOnly}
        change={(popInternal) => change({ popInternal })}
      />
      <CheckSetting
        id={`${id}-trust`}
        label="Trust the ContactID header of this host"
        warn={host.trustContactIdHeader}
        hint="Callers can write SIP headers. Switch this on only where your telephone server removes X-Contact-Id from every call that comes from outside; else a caller can choose whose record opens."
        checked={host.trustContactIdHeader}
        disabled={readOnly}
        change={(trustContactIdHeader) => change({ trustContactIdHeader })}
      />
      <details class="advanced" open={host.frameOrigin !== undefined}>
        <summary>Advanced</summary>
        <TextSetting
          id={`${id}-frame`}
          label="Frame addresses"
          hint="Where the inbox is a frame from another site (uContact): that site, or several with blanks between them. Messages of all other frames are ignored."
          value={[host.frameOrigin ?? []].flat().join(' ')}
          placeholder="The same site"
          disabled={readOnly}
          check={checkFrames}
          save={(typed) => change({ frameOrigin: toFrameOrigin(typed) })}
          markUnsaved={markUnsaved}
        />
      </details>
    </>
  );
}

function checkLabel(typed: string) {
  const value = typed.trim();
  return value.length <= 128
    ? ({ ok: true, value } as const)
    : ({ ok: false, message: 'At most 128 characters.' } as const);
}

function checkHeader(typed: string) {
  const value = typed.trim();
  return /^[A-Za-z0-9-]{1,64}$/.test(value)
    ? ({ ok: true, value } as const)
    : ({
        ok: false,
        message: 'Letters, digits and hyphens only, 1 to 64 of them, such as X-Campaign.',
      } as const);
}

function checkFrames(typed: string) {
  const origins = new Set<string>();
  for (const word of wordsOf(typed)) {
    const address = readAddress(word);
    if (!address.ok) return address;
    origins.add(address.origin);
  }
  return origins.size <= mostFrames
    ? ({ ok: true, value: [...origins].join(' ') } as const)
    : ({ ok: false, message: `At most ${mostFrames} addresses.` } as const);
}

/** As settings hold it: none, one, or a list. */
function toFrameOrigin(checked: string): HostSettings['frameOrigin'] {
  const origins = wordsOf(checked);
  return origins.length > 1 ? origins : origins[0];
}

function wordsOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((word) => word !== '');
}
