import { draftName, readDraft, writeDraft } from '../../../lib/drafts.ts';
import { useUser } from '../../../lib/session.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { type Held, isHeld } from './hold.ts';
import { type HoldHandle, useHold } from './use-hold.ts';

const isKept = (value: unknown): value is Held | null => isHeld(value);

/** A held time of a page without a form of its own. @param key names what the time is for, e.g. `move.<id>` */
export function usePageHold(key: string): HoldHandle {
  const draft = useDraft<Held | null>(key, null, isKept);
  const name = draftName(useUser().id, key);
  return useHold({
    hold: draft.value,
    set: (hold) => (hold ? draft.set(hold) : draft.clear()),
    markGivenBack: () => {
      const kept = readDraft(name);
      if (isHeld(kept)) writeDraft(name, { ...kept, givenBack: true });
    },
  });
}
