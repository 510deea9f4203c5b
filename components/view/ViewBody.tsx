import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { BrowsedContact } from './BrowsedContact.tsx';
import { InteractionBody } from './body/InteractionBody.tsx';
import { NewContactForm } from './fields/NewContactForm.tsx';
import { Idle } from './Idle.tsx';
import { SignedOut } from './SignedOut.tsx';
import { Steps } from './Steps.tsx';
import { SearchResults } from './search/SearchResults.tsx';
import { isOffered, type Search } from './state/search-store.ts';
import { useView } from './state/view-context.ts';

/** What stands in the Contact region: one of a search, an interaction, a contact opened without one, or none of them. */
export function ViewBody(props: {
  state: ViewState;
  front: LiveInteraction | undefined;
  shown: Resolution | undefined;
  search: Search | undefined;
  waits: boolean;
  crm: string;
  onChoose: (index: number) => void;
}) {
  const { state, front, shown, search, crm } = props;
  const { store, canCreate, asked } = useView();
  if (!asked.some(({ status }) => status === 'ready'))
    return props.waits ? <Steps state={state} /> : <SignedOut connections={asked} interaction={front} />;
  if (search && (search.query.trim() !== '' || isOffered(search)))
    return <SearchResults scope={front?.key ?? ''} search={search} onChoose={props.onChoose} />;
  if (front && shown) return <InteractionBody interaction={front} shown={shown} crm={crm} />;
  if (canCreate && store.creates.get('').open)
    return <NewContactForm alone interaction={undefined} onCancel={() => store.creates.close('')} />;
  const browsed = store.browse.browsed.value;
  if (browsed) return <BrowsedContact browsed={browsed} crm={crm} />;
  return props.waits ? <Steps state={state} /> : <Idle state={state} />;
}
