import { createStore, del, entries, get, set } from 'idb-keyval';

/** Pictures of a form that is not sent yet lie in the browser's database: too large for where drafts lie. */
export type KeptPicture = { userId: string; picture: Blob; at: number };

const store = createStore('telkonnet.pictures', 'kept');
/** As long as a draft at a shared device. */
const longestMs = 12 * 3_600_000;

/** @returns whether it was kept; storage may be blocked or full. */
export async function keepPicture(id: string, userId: string, picture: Blob): Promise<boolean> {
  try {
    await set(id, { userId, picture, at: Date.now() } satisfies KeptPicture, store);
    return true;
  } catch {
    return false;
  }
}

export async function keptPicture(id: string): Promise<Blob | null> {
  try {
    return (await get<KeptPicture>(id, store))?.picture ?? null;
  } catch {
    return null;
  }
}

export async function forgetPicture(id: string): Promise<void> {
  await del(id, store).catch(() => undefined);
}

/** Forgets what is too old, and what others left where `others` are not to find their things again. */
export async function forgetPictures(isMeant: (kept: KeptPicture) => boolean): Promise<void> {
  try {
    const all = await entries<string, KeptPicture>(store);
    const old = Date.now() - longestMs;
    const meant = all.filter(([, kept]) => kept.at < old || isMeant(kept));
    await Promise.all(meant.map(([id]) => del(id, store)));
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
