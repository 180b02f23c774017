import { ErrorState } from '../../../ui/error-state.tsx';
import type { Whom } from '../find/find.ts';
import { HeldTime } from './held-time.tsx';
import type { RefusedTime } from './refused-time.ts';
import { SlotTaken } from './slot-taken.tsx';
import type { HoldHandle } from './use-hold.ts';

/**
 * What became of the chosen time: held, run out, or given to somebody else. Stands where the eye goes next, at the
 * press that books it, so that nothing moves among the times.
 */
export function HoldDock(props: {
  held: HoldHandle;
  whom: Whom;
  /** Why the booking itself was refused, when it was for its time. */
  refused: RefusedTime | null;
}) {
  const { held, whom } = props;
  const refused = held.refused ?? (held.hold ? null : props.refused);
  return (
    <>
      {refused && (
        <SlotTaken refused={refused} whom={whom} onChoose={held.choose} busy={held.wanted !== null} />
      )}
      {held.error && <ErrorState error={held.error} />}
      {held.hold && <HeldTime held={held} hold={held.hold} whom={whom} />}
    </>
  );
}
