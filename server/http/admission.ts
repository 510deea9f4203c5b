import { type Agent, type Permission, serviceAgent } from '../auth/agent.ts';
import { type Rate, RateLimit } from '../auth/rate-limit.ts';
import { hashToken } from '../auth/tokens.ts';
import { Problem } from './problem.ts';

export interface AdmissionOptions {
  /** Whom a token lets in now, by its hash; a query. */
  findAgent(tokenHash: string): Promise<Agent | undefined>;
  /** The command line's token. */
  token?: string | undefined;
  /** Requests of one token, and of one address without any. */
  rate?: Rate | undefined;
  /** Epoch milliseconds. */
  now?: (() => number) | undefined;
}

/** Who asks for what. */
export interface Caller {
  /** Hash of the bearer token; empty where there is none. */
  tokenHash: string;
  address: string;
  access: Permission | 'signed-in' | 'public';
}

const nobody: Agent = { id: '', name: '', permissions: [] };
const usualRate = { burst: 3_000, perSecond: 300 };
/** Tokens that nobody has seen yet: a new sign-in gives its place back at once, a guess does not. */
const guessRate = { burst: 200, perSecond: 10 };

/**
 * The one place that decides who comes in and how often. A token that was good before has a bucket of its own. One that
 * was not is a guess until the database knows it: guesses are counted by address, those beyond cost no query, and
 * however many there are, they push no agent's bucket out.
 */
export class Admission {
  readonly #findAgent: AdmissionOptions['findAgent'];
  readonly #serviceHash: string | undefined;
  readonly #byToken: RateLimit;
  readonly #byAddress: RateLimit;
  readonly #guesses: RateLimit;

  constructor(options: AdmissionOptions) {
    const { findAgent, token, rate = usualRate, now } = options;
    this.#findAgent = findAgent;
    this.#serviceHash = token === undefined ? undefined : hashToken(token);
    this.#byToken = new RateLimit(rate, now);
    this.#byAddress = new RateLimit(rate, now);
    this.#guesses = new RateLimit(guessRate, now);
  }

  /** Who it is. Throws 401, 403, or `TooOften`. */
  async admit({ tokenHash, address, access }: Caller): Promise<Agent> {
    if (access === 'public' || tokenHash === '') {
      this.#byAddress.take(address);
      if (access === 'public') return nobody;
      throw new Problem(401);
    }
    const agent = await this.#agentOf(tokenHash, address);
    if (access !== 'signed-in' && !agent.permissions.includes(access)) throw new Problem(403);
    return agent;
  }

  async #agentOf(tokenHash: string, address: string): Promise<Agent> {
    if (tokenHash === this.#serviceHash) {
      this.#byToken.take(tokenHash);
      return serviceAgent;
    }
    const isGuess = !this.#byToken.has(tokenHash);
    if (isGuess) this.#guesses.take(address);
    else this.#byToken.take(tokenHash);
    const agent = await this.#findAgent(tokenHash);
    if (agent === undefined) {
      this.#byToken.forget(tokenHash);
      throw new Problem(401);
    }
    if (isGuess) {
      this.#guesses.giveBack(address);
      this.#byToken.take(tokenHash);
    }
    return agent;
  }
}
