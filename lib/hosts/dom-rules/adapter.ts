import type { HostInteraction } from '../../domain/host/host-event.ts';
import type { HostAdapter } from '../host.ts';
import { createKeptLives } from '../rules/rows/kept-lives.ts';
import { numberPlaces } from '../rules/rows/number-places.ts';
import { opensInFrames } from '../rules/rows/parts-of.ts';
import { createRowLives, type RowLives } from '../rules/rows/row-lives.ts';
import { tellFocus } from '../rules/rows/tell-focus.ts';
import { watchRows } from '../rules/rows/watch-rows.ts';

const livesOf = createKeptLives<RowLives>();

/** Pages that only show their calls and chats, read as a host rule says (docs/host-rules.md). */
const adapter: HostAdapter = {
  id: 'dom-rules',
  start({ emit, signal, window, options, report, count }) {
    const all = livesOf(window);
    const rules = (options.rules ?? []).filter((rule) => rule.read === 'dom');
    const tell = (interactions: HostInteraction[]) => {
      for (const interaction of interactions) emit({ type: 'interaction', interaction });
    };
    const named = new Set(rules.flatMap((rule) => rule.versions.map(({ since }) => `${rule.id} ${since}`)));
    for (const [name, lives] of [...all]) {
      if (named.has(name)) continue;
      all.delete(name);
      tell(lives.end(Date.now(), 'host-gone'));
    }

    const focus = tellFocus({ emit, document: window.document, signal });

    for (const rule of rules) {
      const own = () => [...all].filter(([name]) => name.startsWith(`${rule.id} `));
      watchRows({
        rule,
        window,
        signal,
        onRows(read, version) {
          const name = `${rule.id} ${version?.since}`;
          if (version !== null && !all.has(name)) {
            const { clientKind: kind, clientScope: scope, withheld, remember } = version;
            const frame = { ...rule, kind, scope, withheld };
            const parts = { rule: rule.id, frame, remember: remember !== false };
            all.set(name, createRowLives({ ...parts, opensInFrames: opensInFrames(version) }));
          }
          for (const [each, lives] of own())
            tell(lives.take(each === name ? (read?.rows ?? []) : [], Date.now()));
          focus.looks(rule.id, all.get(name)?.looked());
          const at = version === null ? '' : numberPlaces(version);
          const numbers = all.get(name)?.numbers();
          if (at !== '' && numbers && numbers.seen > 0)
            count?.(rule.id, { at, channel: rule.channel, ...numbers });
        },
        waits: () => own().some(([, lives]) => lives.waits()),
        onReading: (reading) => report?.(rule.id, reading),
      });
    }
  },
};

export default adapter;
