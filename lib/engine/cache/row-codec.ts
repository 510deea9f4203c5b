import type { RowCipher } from './row-cipher.ts';

/** How values become rows and come back: sealed, or as they are. */
export interface RowCodec {
  index(kind: string, value: string): Promise<string>;
  seal(value: unknown, context: string): Promise<object>;
  /** undefined where the row cannot be read. */
  open(row: object, context: string): Promise<unknown>;
}

/** Rows that open under this cipher only; those of other keys, and plain ones, stay unread. */
export function sealedRows(cipher: RowCipher): RowCodec {
  return {
    index: cipher.index,
    seal: cipher.seal,
    async open(row, context) {
      if (!('iv' in row && row.iv instanceof Uint8Array)) return undefined;
      if (!('data' in row && row.data instanceof Uint8Array)) return undefined;
      return cipher.open({ iv: row.iv, data: row.data }, context);
    },
  };
}

/** Rows that nothing protects: for drafts where the CRM gives no key (SECURITY.md says so). */
export const plainRows: RowCodec = {
  index: async (kind, value) => JSON.stringify([kind, value]),
  seal: async (value) => ({ plain: value }),
  open: async (row) => ('plain' in row ? row.plain : undefined),
};
