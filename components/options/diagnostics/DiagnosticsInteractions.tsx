import { Fragment } from 'preact';
import type { DiagnosedInteraction } from '../../../lib/domain/host/host-diagnostics.ts';
import { optionsWords } from '../../words/options-words.ts';
import { fieldWords } from './diagnostics-words.ts';

interface Props {
  interactions: readonly DiagnosedInteraction[];
  labelOf(adapter: string): string;
}

/** Which strategy told what of the interactions that are live. */
export function DiagnosticsInteractions({ interactions, labelOf }: Props) {
  if (interactions.length === 0) return null;
  const words = optionsWords().diagnostics;
  return (
    <section class="boxed" aria-labelledby="diagnosed-interactions">
      <header>
        <h2 id="diagnosed-interactions" class="what">
          {words.live}
        </h2>
      </header>
      <ul>
        {interactions.map(({ origin, tabId, state, channel, direction, seenBy, told }) => (
          <li key={seenBy.map(({ interaction }) => interaction).join()} class="wrongpart">
            <span>
              {words.facts(state, channel, direction)}
              <span class="where">
                <bdi dir="ltr">{origin}</bdi>, {words.tab(tabId)}
              </span>
            </span>
            <dl class="told">
              <dt>{words.seenBy}</dt>
              <dd>
                {seenBy.map(({ adapter, interaction }, index) => (
                  <span key={interaction}>
                    {index > 0 && ', '}
                    {labelOf(adapter)} <code dir="ltr">#{interaction}</code>
                  </span>
                ))}
              </dd>
              {Object.entries(told).map(([field, adapter]) => (
                <Fragment key={field}>
                  <dt>{fieldWords(field)}</dt>
                  <dd>{labelOf(adapter)}</dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
