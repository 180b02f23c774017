import type { FreeTime } from '../../../server/modules/scheduling/contract.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import type { Whom } from './find.ts';
import { HeldTime } from './held-time.tsx';
import { SlotTaken } from './slot-taken.tsx';
import type { HoldHandle } from './use-hold.ts';

/**
 * What became of the chosen time: held, run out, or given to somebody else. Stands where the eye goes next, at the
 * press that books it, so that nothing moves among the times.
 */
export function HoldDock(props: {
  held: HoldHandle;
  whom: Whom;
  /** What is free instead, after the booking came too late. */
  taken: readonly FreeTime[] | null;
}) {
  const { held, whom } = props;
  const nearest = held.nearest ?? (held.hold ? null : props.taken);
  return (
    <>
      {nearest && (
        <SlotTaken nearest={nearest} whom={whom} onChoose={held.choose} busy={held.wanted !== null} />
      )}
      {held.error && <ErrorState error={held.error} />}
      {held.hold && <HeldTime held={held} hold={held.hold} whom={whom} />}
    </>
  );
}
