import { RateLimit, takeAll } from './rate-limit.ts';

export interface Attempt {
  /** The e-mail address, folded. */
  account: string;
  /** Where it comes from. */
  address: string;
  /** Names a device on which this agent has signed in before (device-pass.ts). */
  device: string | undefined;
}

/**
 * How often a wrong password may be tried. A device on which the agent has signed in before has an allowance of its own,
 * so that nobody else's guesses shut that agent out. Everybody else is held back four times: for one account from one
 * address, for one address, for one account from wherever it is tried, and all of them together, since each attempt
 * costs a tenth of a second of a processor. `enter` throws `TooOften`; what it answers gives the attempt back, for a success.
 */
export class SignInLimits {
  readonly #byDevice: RateLimit;
  readonly #byAccountThere: RateLimit;
  readonly #byAddress: RateLimit;
  readonly #byAccount: RateLimit;
  readonly #together: RateLimit;

  constructor(now?: () => number) {
    this.#byDevice = new RateLimit({ burst: 10, perSecond: 1 / 60 }, now);
    this.#byAccountThere = new RateLimit({ burst: 5, perSecond: 1 / 60 }, now);
    this.#byAddress = new RateLimit({ burst: 20, perSecond: 1 / 5 }, now);
    this.#byAccount = new RateLimit({ burst: 100, perSecond: 1 / 36 }, now);
    this.#together = new RateLimit({ burst: 300, perSecond: 5 }, now);
  }

  enter({ account, address, device }: Attempt): () => void {
    if (device !== undefined) return takeAll([[this.#byDevice, device]]);
    return takeAll([
      [this.#byAddress, address],
      [this.#byAccountThere, `${address} ${account}`],
      [this.#byAccount, account],
      [this.#together, ''],
    ]);
  }
}
