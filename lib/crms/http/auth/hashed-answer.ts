import { md5 } from './md5.ts';

export interface HashedText {
  hash: 'md5' | 'sha1' | 'sha256' | 'sha512';
  of: string;
  /** Of an HMAC (RFC 2104). */
  key?: string | undefined;
  as: 'hex' | 'base64';
}

const names = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' } as const;

/** A hash of a text in UTF-8, as APIs want a challenge to be answered. */
export async function hashedAnswer({ hash, of, key, as }: HashedText): Promise<string> {
  const bytes = new TextEncoder().encode(of);
  const hashed = key === undefined ? await digest(hash, bytes) : await keyed(hash, bytes, key);
  if (as === 'hex') return [...hashed].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return btoa(String.fromCharCode(...hashed));
}

async function keyed(hash: HashedText['hash'], bytes: Uint8Array, key: string): Promise<Uint8Array> {
  const block = new Uint8Array(hash === 'sha512' ? 128 : 64);
  const given = new TextEncoder().encode(key);
  block.set(given.length > block.length ? await digest(hash, given) : given);
  const padded = (pad: number) => block.map((byte) => byte ^ pad);
  const inner = await digest(hash, joined(padded(0x36), bytes));
  return digest(hash, joined(padded(0x5c), inner));
}

async function digest(hash: HashedText['hash'], bytes: Uint8Array): Promise<Uint8Array> {
  if (hash === 'md5') return md5(bytes);
  return new Uint8Array(await crypto.subtle.digest(names[hash], new Uint8Array(bytes)));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
