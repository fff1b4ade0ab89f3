/** Picture files of drafts, kept in the browser until their note is published: a reload or a lost network loses none. */
const databaseName = 'teahouse';
const storeName = 'draft-pictures';

/** Where the browser forbids databases, files live as long as the page. */
const inMemory = new Map<string, File>();

/** For a picture that need not outlive the page. */
export function holdFile(key: string, file: File): void {
  inMemory.set(key, file);
}

export async function keepFile(key: string, file: File): Promise<void> {
  holdFile(key, file);
  await inStore('readwrite', (store) => store.put(file, key)).catch(() => undefined);
}

export async function findFile(key: string): Promise<File | undefined> {
  const known = inMemory.get(key);
  if (known) return known;
  const kept = await inStore('readonly', (store) => store.get(key)).catch(() => undefined);
  if (!(kept instanceof File)) return undefined;
  inMemory.set(key, kept);
  return kept;
}

export async function dropFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) inMemory.delete(key);
  await Promise.all(keys.map((key) => inStore('readwrite', (store) => store.delete(key)))).catch(() => undefined);
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await settled(work(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
