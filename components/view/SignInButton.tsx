import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';

/** Signs in to this CRM; nothing where the surface has no way to. */
export function SignInButton({ crm }: { crm: string }) {
  const { signIn, openOptions } = useView().actions;
  if (!signIn && !openOptions) return null;
  return (
    <button type="button" class="btn" onClick={() => (signIn ? signIn(crm) : openOptions?.('credential'))}>
      {viewWords().signIn}
    </button>
  );
}
