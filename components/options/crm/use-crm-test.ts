import { useEffect, useRef, useState } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import { type TestResult, testCrm } from './test-crm.ts';
import type { TestTarget } from './test-line.ts';

/** The last test of a CRM, and the way to run one. A newer test ends an older one. */
export function useCrmTest() {
  const [result, setResult] = useState<TestResult | null>(null);
  const [running, setRunning] = useState(false);
  const current = useRef<AbortController>(null);
  useEffect(() => () => current.current?.abort(), []);

  /** undefined where a newer test took its place. */
  const run = async (target: TestTarget): Promise<TestResult | undefined> => {
    current.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    setRunning(true);
    const tested = await testCrm(target, {
      signal,
      onLines(lines) {
        if (!signal.aborted) setResult({ ok: true, headline: optionsWords().test.testing, lines, ms: 0 });
      },
    });
    if (signal.aborted) return undefined;
    setRunning(false);
    setResult(tested);
    return tested;
  };
  const forget = (): void => {
    current.current?.abort();
    setRunning(false);
    setResult(null);
  };
  return { result, running, run, forget };
}
