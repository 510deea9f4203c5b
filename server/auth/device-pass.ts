import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const name = 'ringside-device';
/** Agents who share a computer: so many of them keep their pass, the latest first. */
const mostPasses = 4;
const lifeSeconds = 400 * 24 * 3_600;

/**
 * The pass of a device on which an agent has signed in before. It opens nothing: it only gives that agent, there, an
 * allowance of attempts that no stranger can use up. A cookie of the sign-in window, which is this server's own page and
 * no frame.
 */
export class DevicePasses {
  readonly #secret: Buffer;
  readonly #secure: boolean;

  /** `secure`: agents reach the server by https. */
  constructor(secret: Buffer, { secure }: { secure: boolean }) {
    this.#secret = secret;
    this.#secure = secure;
  }

  /** What names this device for this account, where it has a pass for it; from the request's `Cookie` header. */
  find(cookies: string, account: string): string | undefined {
    return readPasses(cookies).find((pass) => this.#isGenuine(pass, account));
  }

  /** The `Set-Cookie` that adds a pass for this account to those that the device has. */
  issue(cookies: string, account: string): string {
    const others = readPasses(cookies).filter((pass) => !this.#isGenuine(pass, account));
    const mine = this.find(cookies, account) ?? this.#newPass(account);
    const value = [mine, ...others].slice(0, mostPasses).join('~');
    const secure = this.#secure ? '; Secure' : '';
    return `${name}=${value}; Path=/api/sign-in; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Strict${secure}`;
  }

  #newPass(account: string): string {
    const nonce = randomBytes(16).toString('base64url');
    return `${nonce}.${this.#sign(nonce, account).toString('base64url')}`;
  }

  #isGenuine(pass: string, account: string): boolean {
    const [nonce = '', signature = ''] = pass.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(nonce, account);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #sign(nonce: string, account: string): Buffer {
    return createHmac('sha256', this.#secret).update(`device pass\n${nonce}\n${account}`).digest();
  }
}

function readPasses(cookies: string): string[] {
  const pair = cookies.split(';').find((each) => each.trim().startsWith(`${name}=`));
  const value = pair?.trim().slice(name.length + 1) ?? '';
  return value
    .split('~')
    .filter((pass) => /^[\w-]{22}\.[\w-]{43}$/.test(pass))
    .slice(0, mostPasses);
}
