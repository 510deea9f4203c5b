/** A row as it lies on disk: AES-GCM with an IV of its own. */
export interface SealedRow {
  iv: Uint8Array;
  data: Uint8Array;
}

/** Keeps what is in a row, and what it is found by, from whoever reads the disk (SECURITY.md). */
export interface RowCipher {
  /** The HMAC of a value, fit for an index. `kind` keeps equal values of different meaning apart. */
  index(kind: string, value: string): Promise<string>;
  /** `context` is bound in: the row opens under the same context only, so rows cannot be swapped. */
  seal(value: unknown, context: string): Promise<SealedRow>;
  /** undefined where the row was damaged, made under another key, or meant for another place. */
  open(row: SealedRow, context: string): Promise<unknown>;
}

const ivBytes = 12;

/**
 * A cipher whose keys are derived from `key` (32 random bytes) by HKDF-SHA256. `purpose` separates stores that are
 * given the same key.
 */
export async function createRowCipher(key: Uint8Array, purpose: string): Promise<RowCipher> {
  const source = await crypto.subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, ['deriveKey']);
  const [rowKey, indexKey] = await Promise.all([
    crypto.subtle.deriveKey(hkdf(`${purpose} rows`), source, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(
      hkdf(`${purpose} index`),
      source,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
  ]);

  return {
    async index(kind, value) {
      const mac = await crypto.subtle.sign('HMAC', indexKey, bytes(JSON.stringify([kind, value])));
      return btoa(String.fromCharCode(...new Uint8Array(mac)));
    },

    async seal(value, context) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const data = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: bytes(context) },
        rowKey,
        bytes(JSON.stringify(value)),
      );
      return { iv, data: new Uint8Array(data) };
    },

    async open(row, context) {
      try {
        const clear = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: new Uint8Array(row.iv), additionalData: bytes(context) },
          rowKey,
          new Uint8Array(row.data),
        );
        return JSON.parse(new TextDecoder().decode(clear));
      } catch {
        return undefined;
      }
    },
  };
}

function hkdf(info: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes(`ringside ${info}`) };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
