import { crmNames } from '../../words/crm-names.ts';
import { viewWords } from '../../words/view-words.ts';
import { notCreatingConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';

/** Why no new contact is offered: the agent may not, or, of this CRM, nobody does it from here. */
export function NoCreating({ crm }: { crm?: string }) {
  const words = viewWords().body;
  const barred = notCreatingConnections(useView().asked);
  const why = barred.length > 0 ? words.mayNotCreate(crmNames(barred)) : crm && words.madeThere(crm);
  return why ? <p class="small quiet aside">{why}</p> : null;
}
