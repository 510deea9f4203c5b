import { ChevronDown, ChevronRight, Flag } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';

/** A section with a heading that folds it. `only`: the campaigns it is limited to; `copy`: the age of a saved copy. */
export function SectionFrame(props: {
  id: string;
  label: string;
  only?: string[];
  copy?: string | undefined;
  busy?: boolean;
  children: ComponentChildren;
}) {
  const { folded } = useView().store;
  const body = useId();
  const isFolded = folded.value.has(props.id);
  const toggle = () => {
    const next = new Set(folded.value);
    if (!next.delete(props.id)) next.add(props.id);
    folded.value = next;
  };
  return (
    <section class="sec" aria-busy={props.busy || undefined}>
      <header>
        <h2>
          <button type="button" class="fold" aria-expanded={!isFolded} aria-controls={body} onClick={toggle}>
            <Icon of={isFolded ? ChevronRight : ChevronDown} small flip />
            {safeText(props.label, 128)}
          </button>
        </h2>
        {props.only !== undefined && props.only.length > 0 && (
          <span class="chip cut" title={viewWords().fields.only(props.only.join(', ')).join('')}>
            <Icon of={Flag} small />
            {viewWords().fields.only(<bdi class="cut">{safeText(props.only.join(', '), 128)}</bdi>)}
          </span>
        )}
        {props.copy && (
          <span class="chip cut" title={viewWords().fields.copy(props.copy)}>
            {viewWords().fields.copy(props.copy)}
          </span>
        )}
      </header>
      <div id={body} hidden={isFolded}>
        {props.children}
      </div>
    </section>
  );
}
