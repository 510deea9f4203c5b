import { optionsWords } from '../../words/options-words.ts';
import { moveCrm } from '../state/crm-list.ts';
import { crmName } from '../state/crm-name.ts';
import type { SectionProps } from '../state/options-state.ts';
import { CrmRow } from './CrmRow.tsx';

interface Props extends SectionProps {
  /** The id of the one whose form is open. */
  edited: string | undefined;
  edit(id: string): void;
  signIn(id: string): void;
  removed(id: string): void;
}

/** The CRMs that are connected, in the order in which they are shown, and the ways to change it. */
export function CrmList(props: Props) {
  const { link, state, save } = props;
  const { crms } = state.settings;
  const { crm: words } = optionsWords();
  if (crms.length === 0) return null;

  const move = async (id: string, step: -1 | 1): Promise<void> => {
    const index = crms.findIndex((crm) => crm.id === id) + step;
    const crm = crms.find((one) => one.id === id);
    if (!crm || index < 0 || index >= crms.length) return;
    const done = words.movedTo(crmName(crm, link.crms), index + 1, crms.length);
    await save((settings) => ({ ...settings, crms: moveCrm(settings.crms, id, step) }), done);
    // A button at the end of the list can no longer be pressed: the other one goes on.
    const [wanted, other] = step === -1 ? ['up', 'down'] : ['down', 'up'];
    const button = (way = '') => document.querySelector<HTMLButtonElement>(`#crm-${way}-${id}`);
    (button(wanted)?.disabled ? button(other) : button(wanted))?.focus();
  };

  return (
    <>
      <h2 id="connected-crms" class="hide">
        {words.connectedCrms}
      </h2>
      <ul class="boxed crms" aria-labelledby="connected-crms">
        {crms.map((crm, index) => (
          <CrmRow
            key={crm.id}
            {...props}
            crm={crm}
            place={{ index, count: crms.length }}
            move={(step) => void move(crm.id, step)}
          />
        ))}
      </ul>
      {crms.length > 1 && <p class="orderhint">{words.order}</p>}
    </>
  );
}
