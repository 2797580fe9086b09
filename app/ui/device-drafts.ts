/** Values of a form by field, in the order in which it has them. */
export type DraftEntries = readonly (readonly [name: string, value: string])[];

/** Unsent work as it lies on the device: when, and the form under the person's key. */
interface KeptDraft {
  at: Date;
  iv: Uint8Array<ArrayBuffer>;
  body: ArrayBuffer;
}

const store = "drafts";

function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open("grondslag", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  return settled(opening);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB refused"));
  });
}

async function within<Result>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await openStore();
  try {
    return await settled(act(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

/** The key of a person, from the secret that a signed-in page is given (32 bytes in base64); it can't be read out again. */
export function importDeviceKey(secret: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** What of a form is kept: what is filled in, and the page that it stands on. */
export interface DraftBody {
  entries: DraftEntries;
  /** What was sent of the form and never answered, with the key by which it is known when it comes again. */
  sent?: DraftEntries | undefined;
  path: string;
  title: string;
  /** Since when it is unsent, in milliseconds, where forms are sent in their order. */
  since?: number | undefined;
}

/** Unsent work of the person as a list shows it. */
export interface DeviceDraft {
  name: string;
  at: Date;
  path: string;
  title: string;
}

/** Keeps a form on the device, encrypted, under a name; what was kept under it before is replaced. */
export async function keepDraft(key: CryptoKey, name: string, draft: DraftBody, at: Date): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(draft)));
  const kept: KeptDraft = { at, iv, body };
  await within("readwrite", (drafts) => drafts.put(kept, name));
}

/** What was kept under a name, or `undefined` when there is nothing or it is another person's. */
export async function findDraftIfAny(key: CryptoKey, name: string): Promise<(DraftBody & { at: Date }) | undefined> {
  return opened(key, await within("readonly", (drafts) => drafts.get(name)));
}

async function opened(key: CryptoKey, kept: unknown): Promise<(DraftBody & { at: Date }) | undefined> {
  if (!isKept(kept)) return undefined;
  const body = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, key, kept.body).catch(() => undefined);
  // Only `keepDraft` writes here, and only this person's key opens it.
  return body && { at: kept.at, ...(JSON.parse(new TextDecoder().decode(body)) as DraftBody) };
}

function isKept(value: unknown): value is KeptDraft {
  return typeof value === "object" && value !== null && "iv" in value && "body" in value && "at" in value;
}

/** Everything that this person has kept on this device, the newest first; what others have kept here stays unseen. */
export async function listDrafts(key: CryptoKey): Promise<DeviceDraft[]> {
  const names = (await within("readonly", (drafts) => drafts.getAllKeys())).map(String);
  const found = await Promise.all(names.map(async (name) => ({ name, draft: await findDraftIfAny(key, name) })));
  return found
    .flatMap(({ name, draft }) => (draft ? [{ name, at: draft.at, path: draft.path, title: draft.title }] : []))
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Throws away what was kept under a name. */
export async function forgetDraft(name: string): Promise<void> {
  await within("readwrite", (drafts) => drafts.delete(name));
}
