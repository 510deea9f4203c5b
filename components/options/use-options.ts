import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../lib/domain/settings.ts';
import { optionsWords } from '../words/options-words.ts';
import { neededPatterns } from './state/needed-patterns.ts';
import type { OptionsLink } from './state/options-link.ts';
import type { Note, OptionsState } from './state/options-state.ts';
import { bindingOf } from './state/same-crm.ts';

/** The state of the page, kept up to date whoever changes it, and the ways to change it. */
export function useOptions(link: OptionsLink) {
  const [state, setState] = useState<OptionsState | null>(null);
  const [note, setNote] = useState<Note | null>(null);
  const say = useCallback((text: string, bad = false) => setNote({ text, bad }), []);

  /** What was said ends with its cause: as soon as the person goes on to type, press or send something else. */
  const unsay = useCallback(() => setNote(null), []);

  /** What went well is not said of another section; what went wrong stands until the person does something else. */
  const moveOn = useCallback(() => setNote((last) => (last?.bad ? last : null)), []);

  useEffect(() => {
    const controller = new AbortController();
    let latest = 0;
    const refresh = async (): Promise<void> => {
      latest += 1;
      const turn = latest;
      try {
        const next = await readState(link);
        // A slower, older reading must not overwrite a newer one.
        if (turn === latest && !controller.signal.aborted) setState(next);
      } catch {
        say(optionsWords().unreadable, true);
      }
    };
    link.watch(refresh, controller.signal);
    void refresh();
    return () => controller.abort();
  }, [link, say]);

  const save = useCallback(
    async (change: (settings: Settings) => Settings, done = optionsWords().saved): Promise<boolean> => {
      try {
        await link.updateSettings(change);
        setState(await readState(link));
        say(done);
        return true;
      } catch {
        say(optionsWords().notSaved, true);
        return false;
      }
    },
    [link, say],
  );

  return { state, note, save, say, moveOn, unsay };
}

async function readState(link: OptionsLink): Promise<OptionsState> {
  const loaded = await link.loadSettings();
  const patterns = [...neededPatterns(loaded.settings, link.crms)];
  const granted = await Promise.all(patterns.map((pattern) => link.hasOrigins([pattern])));
  const kept = await Promise.all(
    loaded.settings.crms.map(async (crm) =>
      (await link.loadCredential(crm.id, bindingOf(crm, link.crms))) === undefined ? undefined : crm.id,
    ),
  );
  return {
    ...loaded,
    granted: new Set(patterns.filter((_, index) => granted[index])),
    signedIn: new Set(kept.flatMap((id) => id ?? [])),
  };
}
