import { ChevronDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { HostSettings, Settings } from '../../../lib/domain/settings.ts';
import { matchPattern } from '../../../lib/domain/text/safe-origin.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';
import { type HostChange, HostOptions } from './HostOptions.tsx';
import { RulesOfHost } from './RulesOfHost.tsx';

interface Props extends SectionProps {
  host: HostSettings;
  /** The row is gone: where the keyboard goes on. */
  removed(): void;
}

/** One connected host: whether it can be read, its options, and how to part with it. */
export function HostRow({ host, removed, ...props }: Props) {
  const { link, state, save, say, markUnsaved } = props;
  const { hosts: words, ...page } = optionsWords();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const { origin } = host;
  const id = `host-${origin.replace(/[^a-z0-9]+/gi, '-')}`;
  const name = host.label || origin;
  const allowed = state.granted.has(matchPattern(origin));

  const allow = async (): Promise<void> => {
    const granted = await link.requestOrigins([matchPattern(origin)]).catch(() => false);
    if (granted) say(words.mayRead(name));
    else say(words.mayNotRead(name), true);
  };

  const remove = async (): Promise<void> => {
    const after = without(state.settings, origin);
    const unneeded = unneededPatterns(state.settings, after, link.crms);
    setAsking(false);
    if (!(await save((settings) => without(settings, origin), page.removed(name)))) return;
    removed();
    await link.removeOrigins(unneeded);
  };

  const change = (part: HostChange) =>
    save((settings) => ({
      ...settings,
      hosts: settings.hosts.map((each) => (each.origin === origin ? merge(each, part) : each)),
    }));

  return (
    <li class="host">
      <header>
        <Sign verdict={allowed ? 'ok' : 'warn'} />
        <span class="what">
          <b>
            <bdi>{name}</bdi>
          </b>
          <small>
            {host.label !== '' && (
              <>
                <bdi dir="ltr">{origin}</bdi>
                {' · '}
              </>
            )}
            {allowed ? words.connected : words.notAllowed}
          </small>
        </span>
        {!allowed && (
          <button type="button" class="btn" onClick={() => void allow()} aria-label={words.allow(name)}>
            {page.allow}
          </button>
        )}
        <button
          type="button"
          class="btn plain"
          aria-expanded={open}
          aria-controls={id}
          aria-label={words.optionsOf(name)}
          onClick={() => setOpen(!open)}
        >
          {words.options}
          <ChevronDown class={open ? 'i sm up' : 'i sm'} aria-hidden="true" />
        </button>
      </header>
      <div id={id} class="more" hidden={!open}>
        <HostOptions
          host={host}
          id={id}
          readOnly={state.readOnly}
          change={change}
          markUnsaved={markUnsaved}
        />
        <RulesOfHost
          host={host}
          settings={state.settings}
          packs={link.packs}
          id={id}
          readOnly={state.readOnly}
          change={change}
        />
        <div class="finish">
          <button
            type="button"
            class="btn plain danger apart"
            disabled={state.readOnly}
            onClick={() => setAsking(true)}
            aria-label={page.removeOf(name)}
          >
            {page.remove}
          </button>
        </div>
      </div>
      {asking && (
        <ConfirmDialog
          title={page.askRemove(name)}
          action={page.remove}
          confirm={() => void remove()}
          cancel={() => setAsking(false)}
        >
          {words.removeMeans}
        </ConfirmDialog>
      )}
    </li>
  );
}

function without(settings: Settings, origin: string): Settings {
  return { ...settings, hosts: settings.hosts.filter((each) => each.origin !== origin) };
}

/** `undefined` takes the key away: settings hold no undefined. */
function merge(host: HostSettings, part: HostChange): HostSettings {
  const { frameOrigin, ...merged } = { ...host, ...part };
  return frameOrigin === undefined ? merged : { ...merged, frameOrigin };
}
