import { useCallback, useState } from 'react';
import { draftName, readDraft, removeDraft, writeDraft } from './drafts.ts';
import { useUser } from './session.ts';

export type Draft<T> = {
  value: T;
  /** Keeps the value at once, on this device, for this person. */
  set: (value: T) => void;
  /** Forgets it: after sending, or when the person discards it. */
  clear: () => void;
  /** Whether an earlier draft was found when the form opened. */
  restored: boolean;
  /** When it was last kept (ms since 1970), for "gespeichert 14:32"; null when it is not kept. */
  savedAt: number | null;
};

/**
 * Form content that survives a reload, a lost connection and an expired session.
 * @param key names the form and what it is about, e.g. `request.new` or `report.<id>`.
 * @param isValid refuses drafts of an older form.
 */
export function useDraft<T>(key: string, initial: T, isValid: (value: unknown) => value is T): Draft<T> {
  const name = draftName(useUser().id, key);
  const [state, setState] = useState(() => {
    const found = readDraft(name);
    return isValid(found)
      ? { value: found, restored: true, savedAt: null as number | null }
      : { value: initial, restored: false, savedAt: null as number | null };
  });
  const set = useCallback(
    (value: T) => {
      const kept = writeDraft(name, value);
      setState((before) => ({ ...before, value, savedAt: kept ? Date.now() : null }));
    },
    [name],
  );
  const clear = useCallback(() => {
    removeDraft(name);
    setState({ value: initial, restored: false, savedAt: null });
  }, [name, initial]);
  return { ...state, set, clear };
}
