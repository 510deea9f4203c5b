type Row = Record<string, unknown>;

/** A database as it lies on disk, past Dexie: for tests that look at raw rows or damage them. */
export interface RawDatabase {
  count(store: string): Promise<number>;
  all(store: string): Promise<Row[]>;
  /** Replaces every row of a store. */
  change(store: string, change: (row: Row) => Row): Promise<void>;
  close(): void;
}

/** Opens without Dexie, and does not close when another connection wants to delete. */
export async function openRaw(
  indexedDB: IDBFactory,
  name: string,
  version?: number,
  upgrade: (db: IDBDatabase) => void = () => undefined,
): Promise<RawDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  const db = await settled(request);
  const store = (of: string, mode: IDBTransactionMode) => db.transaction(of, mode).objectStore(of);

  return {
    count: (of) => settled(store(of, 'readonly').count()),
    all: (of) => settled(store(of, 'readonly').getAll()),
    async change(of, change) {
      const rows = store(of, 'readwrite');
      const old: Row[] = await settled(rows.getAll());
      await Promise.all(old.map((row) => settled(rows.put(change(row)))));
    },
    close: () => db.close(),
  };
}

/** Everything in a database as one text, bytes read as Latin-1 and as UTF-16, so that any clear text would show. */
export async function rawText(indexedDB: IDBFactory, name: string): Promise<string> {
  const request = indexedDB.open(name);
  const db = await settled(request);
  const parts: string[] = [];
  for (const store of db.objectStoreNames) {
    const rows = db.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([settled(rows.getAllKeys()), settled(rows.getAll())]);
    parts.push(store, ...[...keys, ...values].map(readable));
  }
  db.close();
  return parts.join('\n');
}

function readable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (!(part instanceof Uint8Array)) return part;
    return ['latin1', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(part)).join(' ');
  });
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
