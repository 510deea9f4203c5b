import { describe, expect, it, vi } from 'vitest';
import companion from '../../crms/companion/connector.ts';
import type { Crm, CrmConnector } from '../../crms/crm.ts';
import { type EndingSignIn, signOut } from './sign-out.ts';

const settings = { baseUrl: 'https://crm.example.com' };

/** Companion's connector with another `signOut`, and what happened in which order. */
function setUp(told: Crm['signOut'], ending: Partial<EndingSignIn> = {}) {
  const events: string[] = [];
  const connect: CrmConnector['connect'] = (context) => {
    const { signOut: _, ...crm } = companion.connect({ ...context, settings });
    if (told === undefined) return crm;
    return {
      ...crm,
      async signOut(options) {
        events.push(`told with ${context.credential}`);
        await told(options);
      },
    };
  };
  const connector: CrmConnector = { ...(companion as CrmConnector), connect };
  const done = signOut({ connector, settings, credential: 'token', ...ending }, async () => {
    events.push('forgotten');
  });
  return { events, done };
}

describe('signing out', () => {
  it('forgets here, then tells the CRM', async () => {
    const { events, done } = setUp(async () => {});
    await done;
    expect(events).toEqual(['forgotten', 'told with token']);
  });

  it('is done where the CRM knows no signing out, is away, or nothing is there to end', async () => {
    const refuses = async () => {
      throw new Error('away');
    };
    for (const { done, events } of [
      setUp(undefined),
      setUp(refuses),
      setUp(refuses, { credential: undefined }),
      setUp(refuses, { connector: undefined }),
      setUp(refuses, { settings: { baseUrl: 'no address' } }),
    ]) {
      await done;
      expect(events[0]).toBe('forgotten');
    }
  });

  it('waits three seconds for a CRM that does not answer', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
    const { done } = setUp(
      (options) =>
        new Promise((_, reject) => {
          if (options?.signal?.aborted) reject(new Error('aborted'));
        }),
    );
    await done;
    expect(limit).toHaveBeenCalledWith(3_000);
    limit.mockRestore();
  });

  it('shows the CRM the tokens of the sign-in, which are forgotten here already', async () => {
    let shown: unknown;
    const connector: CrmConnector = {
      ...(companion as CrmConnector),
      connect: ({ tokens, ...context }) => ({
        ...companion.connect({ ...context, settings }),
        async signOut() {
          shown = await tokens?.load();
        },
      }),
    };
    const tokens = { access: 'a', refresh: 'r' };
    await signOut({ connector, settings, credential: 'sign-in 1', tokens }, async () => {});
    expect(shown).toEqual(tokens);
  });
});
