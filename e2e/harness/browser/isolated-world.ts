import type { BrowserContext, Page } from 'playwright-core';
import { until } from '../../../scripts/process/until.ts';

/** The world of our content script in a page: what somebody has who took over the process that the page runs in. */
export interface IsolatedWorld {
  /** Evaluates an expression there and answers its value; the message of an error where it throws. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function isolatedWorld(
  context: BrowserContext,
  page: Page,
  extensionOrigin: string,
): Promise<IsolatedWorld> {
  const session = await context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    if (auxData?.type === 'isolated' && origin === extensionOrigin) worlds.push(id);
  });
  await session.send('Runtime.enable');
  const contextId = await until('the content script’s world', async () => worlds[0]);
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(async () => (${expression}))().catch((error) => String(error))`,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return exceptionDetails?.text ?? result.value;
    },
    close: () => session.detach(),
  };
}
