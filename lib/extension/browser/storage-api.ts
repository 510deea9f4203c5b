/** A storage area as used here: JSON values by key. */
export interface StorageArea {
  get(keys?: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export type StorageChanges = Record<string, { newValue?: unknown }>;
export type StorageListener = (changes: StorageChanges, area: string) => void;

/** The part of the extension API used here. */
export interface StorageApi {
  storage: {
    local: StorageArea;
    session: StorageArea;
    onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
}
