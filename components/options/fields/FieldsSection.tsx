import { useEffect, useState } from 'preact/hooks';
import type { Arrangement } from '../../../lib/domain/fields/arrangement.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ChoiceSetting } from '../parts/ChoiceSetting.tsx';
import { useSection } from '../parts/use-section.ts';
import { crmName } from '../state/crm-name.ts';
import type { SectionProps } from '../state/options-state.ts';
import { FieldsOfCrm } from './FieldsOfCrm.tsx';

/** How the fields of each CRM are shown: sections, order, views, campaigns. */
export function FieldsSection(props: SectionProps) {
  const { link, state, markUnsaved } = props;
  const { crms } = state.settings;
  const open = useSection(['', 'fields']) === 'fields';
  const [wanted, choose] = useWantedCrm();
  // By id: what was arranged of one and is not saved yet stays while another is shown.
  const [edited, setEdited] = useState<Record<string, Arrangement | null>>({});
  const crm = crms.find(({ id }) => id === wanted) ?? crms[0];
  const unsaved = crms.some(({ id }) => edited[id]);
  useEffect(() => markUnsaved('fields', unsaved), [unsaved, markUnsaved]);
  const { fields: words, crm: crmWords } = optionsWords();
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {crm === undefined ? (
        <p class="boxed none">{words.noCrm(toCrms)}</p>
      ) : (
        <>
          {crms.length > 1 && (
            <ChoiceSetting
              id="fields-crm"
              label={crmWords.label}
              value={crm.id}
              disabled={false}
              options={crms.map((one) => ({ value: one.id, label: crmName(one, link.crms) }))}
              save={async (id) => {
                choose(id);
                return true;
              }}
            />
          )}
          <FieldsOfCrm
            key={crm.id}
            {...props}
            crm={crm}
            open={open}
            edited={edited[crm.id] ?? null}
            setEdited={(next) => setEdited((before) => ({ ...before, [crm.id]: next }))}
          />
        </>
      )}
    </>
  );
}

/** The CRM that the address names, as in `#fields:companion`, or that was chosen since. */
function useWantedCrm() {
  const named = (): string | undefined => /^#fields:(.+)$/.exec(location.hash)?.[1];
  const [wanted, choose] = useState(named() ?? '');
  useEffect(() => {
    const change = (): void => choose((before) => named() ?? before);
    window.addEventListener('hashchange', change);
    return () => window.removeEventListener('hashchange', change);
  }, []);
  return [wanted, choose] as const;
}

function toCrms(words: string) {
  return <a href="#crms">{words}</a>;
}
