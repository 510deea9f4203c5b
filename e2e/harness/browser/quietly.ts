import type { BrowserContext, Frame, Page } from 'playwright-core';

/**
 * Evaluates an expression in a page or a frame of another process without a user gesture. Playwright's own `evaluate`,
 * and everything built on it, counts as one and would open doors that a ringing call does not have.
 */
export async function quietly<T>(
  context: BrowserContext,
  where: Page | Frame,
  expression: string,
): Promise<T> {
  const session = await context.newCDPSession(where);
  try {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      userGesture: false,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    // The caller knows what its expression gives.
    return result.value as T;
  } finally {
    await session.detach().catch(() => {});
  }
}

/** Whether a frame of another origin than its page takes a place in it; asked without a gesture, as above. */
export async function isInSight(context: BrowserContext, frame: Frame): Promise<boolean> {
  const [inside, around] = await Promise.all([frame, frame.page()].map((one) => context.newCDPSession(one)));
  if (inside === undefined || around === undefined) return false;
  try {
    const { targetInfo } = await inside.send('Target.getTargetInfo');
    const { backendNodeId } = await around.send('DOM.getFrameOwner', { frameId: targetInfo.targetId });
    // Of what has no box it answers with an error.
    await around.send('DOM.getBoxModel', { backendNodeId });
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all([inside, around].map((session) => session.detach().catch(() => {})));
  }
}
