import * as z from 'zod/mini';

const token = z.string().check(z.regex(/^[\x21-\x7e]+$/), z.maxLength(8_192));

/** What a sign-in by OAuth 2 gave out. */
export const oauthTokensSchema = z.object({
  /** Absent where only the refresh token outlived the browser. */
  access: z.optional(token),
  /** Gets the next access token. A server may give out a new one each time; then the former works no more. */
  refresh: z.optional(token),
  /** When the access token runs out, epoch milliseconds; where the server said so. */
  until: z.optional(z.number()),
});
export type OAuthTokens = z.infer<typeof oauthTokensSchema>;

/** Where the tokens of one sign-in are kept. */
export interface OAuthTokenStore {
  /** undefined: signed out. */
  load(): Promise<OAuthTokens | undefined>;
  /**
   * Reads, renews and keeps as one step. No two steps run at once, whichever page or worker starts them: a refresh token
   * works once. Where the step throws, what was kept stays. Where the sign-in ended meanwhile, nothing is kept.
   */
  renew(step: (kept: OAuthTokens | undefined) => Promise<OAuthTokens>): Promise<OAuthTokens>;
}

/** A store for as long as the page lives: a sign-in that is not saved yet, and tests. */
export function keepTokens(first: OAuthTokens): OAuthTokenStore & { tokens(): OAuthTokens } {
  let kept = first;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    tokens: () => kept,
    load: async () => kept,
    renew(step) {
      const done = turn.then(async () => {
        kept = await step(kept);
        return kept;
      });
      turn = done.catch(() => undefined);
      return done;
    },
  };
}
