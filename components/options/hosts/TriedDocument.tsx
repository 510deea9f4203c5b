import type { TriedPage, TriedRule } from '../../../lib/domain/host/tried-rule.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign, type Verdict } from '../parts/Sign.tsx';

const verdicts: Record<TriedRule['reading'], Verdict> = {
  reads: 'ok',
  unseen: 'warn',
  'cannot-read': 'bad',
  elsewhere: 'none',
};

/** What rules find in one document of a tab. */
export function TriedDocument({ page }: { page: TriedPage }) {
  const words = optionsWords().rules;
  return (
    <section class="boxed triedpage" aria-label={page.address}>
      <header>
        <span class="what">
          <b>
            <bdi dir="ltr">{page.address}</bdi>
          </b>
          <small>{page.top ? words.page : words.frame}</small>
        </span>
      </header>
      {page.rules.map((rule) => (
        <Tried key={rule.id} rule={rule} />
      ))}
    </section>
  );
}

function Tried({ rule }: { rule: TriedRule }) {
  const words = optionsWords().rules;
  const { id, reading, version, rows, selectors } = rule;
  return (
    <div class="triedrule">
      <h3>
        <Sign verdict={verdicts[reading]} />
        <span>
          <bdi dir="ltr">{words.readingOf(id, version)}</bdi> {words.reading[reading]}
        </span>
      </h3>
      {reading !== 'elsewhere' && (
        <>
          <p class="quiet" aria-live="polite">
            {words.interactions(rows.length)}
          </p>
          {rows.length > 0 && (
            <ol aria-label={words.interactionsOf(id)}>
              {rows.map(({ state, begins, looked, texts }, index) => (
                <li key={index} dir="ltr">
                  <b>{state}</b>
                  {Object.entries(texts).map(([name, text]) => (
                    <span key={name}>
                      <code>{name}</code> <bdi>{text}</bdi>
                    </span>
                  ))}
                  {looked && <span>{words.looked}</span>}
                  {!begins && <span>{words.beginsNothing}</span>}
                </li>
              ))}
            </ol>
          )}
          <Selectors id={id} selectors={selectors} />
        </>
      )}
    </div>
  );
}

function Selectors({ id, selectors }: Pick<TriedRule, 'id' | 'selectors'>) {
  const { columns, selectorsOf, unknownSelector } = optionsWords().rules;
  return (
    // It may be wider than the window; the keyboard scrolls what has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="finds" tabIndex={0} aria-label={selectorsOf(id)}>
      <table>
        <thead>
          <tr>
            {(['path', 'selector', 'found', 'seen', 'texts'] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {selectors.map(({ path, selector, known, found, seen, texts }) => (
            <tr key={path} class={found === 0 ? 'none' : undefined}>
              <th scope="row">
                <code dir="ltr">{path}</code>
              </th>
              <td>
                <code dir="ltr">{selector}</code>
              </td>
              <td class="num">{found}</td>
              <td class="num">{seen}</td>
              <td>{known ? texts.map((text) => <bdi key={text}>{text}</bdi>) : <b>{unknownSelector}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
