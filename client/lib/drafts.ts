const prefix = 'telkonnet.draft.';
/** Beside each draft: when it was last written. */
const writtenAt = '@';
const longestMs = 12 * 3_600_000;

/** Drafts lie in the browser's storage under the person and a key of the form. */
export const draftName = (userId: string, key: string): string => `${prefix}${userId}.${key}`;

/** Reads a draft; one that cannot be read (storage blocked, older form) counts as none. */
export function readDraft(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** @returns whether it was kept; storage may be blocked or full. */
export function writeDraft(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    localStorage.setItem(name + writtenAt, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(name: string): void {
  try {
    localStorage.removeItem(name);
    localStorage.removeItem(name + writtenAt);
  } catch {
    // Blocked storage holds nothing to remove.
  }
}

/** At sign-out nothing of a patient stays on the device. */
export const clearDrafts = (): void => forget((name) => name.startsWith(prefix));

/** Somebody else signed in on a shared device: what the former person left unsent goes. */
export const clearDraftsExceptOf = (userId: string): void =>
  forget((name) => name.startsWith(prefix) && !name.startsWith(draftName(userId, '')));

/** At a shared device drafts of several people lie side by side; none longer than a shift. */
export const clearOldDrafts = (): void =>
  forget((name) => {
    if (!name.startsWith(prefix)) return false;
    const written = Number(localStorage.getItem(name.endsWith(writtenAt) ? name : name + writtenAt));
    return !(Date.now() - written < longestMs);
  });

function forget(isMeant: (name: string) => boolean): void {
  try {
    for (const name of Object.keys(localStorage)) if (isMeant(name)) localStorage.removeItem(name);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
