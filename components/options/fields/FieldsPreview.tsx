import { useEffect, useMemo, useState } from 'preact/hooks';
import { campaignLabel } from '../../../lib/domain/fields/sections.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { ContactView } from '../../view/ContactView.tsx';
import { optionsWords } from '../../words/options-words.ts';
import { createPreviewLink } from './preview-link.ts';
import { type PreviewKind, previewState } from './preview-state.ts';

/** The very view agents see, with an invented contact; to look at, not to use. */
export function FieldsPreview({ workspace, crm }: { workspace: Workspace; crm: string }) {
  const { preview: words, full, reduced, newContact } = optionsWords().fields;
  const kinds: { kind: PreviewKind; label: string }[] = [
    { kind: 'full', label: full },
    { kind: 'reduced', label: reduced },
    { kind: 'create', label: newContact },
  ];
  const [kind, setKind] = useState<PreviewKind>('full');
  const [campaign, setCampaign] = useState('');
  const named = new Set(workspace.sections.flatMap(({ campaigns = [] }) => campaigns));
  const campaigns = [...new Set([...workspace.campaigns.map(({ name }) => name), ...named])];
  const current = campaigns.includes(campaign) ? campaign : '';
  const state = useMemo(
    () => previewState({ workspace, crm, kind, campaign: current }),
    [workspace, crm, kind, current],
  );
  const [link] = useState(() => createPreviewLink(state));
  useEffect(() => link.set(state), [link, state]);
  return (
    <section class="preview" aria-label={words.title}>
      <header>
        <select
          class="in"
          aria-label={words.view}
          value={kind}
          onChange={({ currentTarget }) =>
            setKind(kinds.find((one) => one.kind === currentTarget.value)?.kind ?? 'full')
          }
        >
          {kinds.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.label}
            </option>
          ))}
        </select>
        {campaigns.length > 0 && (
          <select
            class="in"
            aria-label={words.campaign}
            value={current}
            onChange={({ currentTarget }) => setCampaign(currentTarget.value)}
          >
            <option value="">{words.noCampaign}</option>
            {campaigns.map((name) => (
              <option key={name} value={name}>
                {campaignLabel(name)}
              </option>
            ))}
          </select>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll from the keyboard */}
      <section class="glass" tabIndex={0} aria-label={words.picture}>
        {/* Inert: keys and screen readers pass it by. */}
        <div inert aria-hidden="true">
          <ContactView key={kind} link={link} surface="panel" still />
        </div>
      </section>
    </section>
  );
}
