import {
  admitGuest,
  type Guest,
  guestsChanged,
  listGuests,
  refuseGuest,
  revokeGuest,
} from '../../../../server/modules/consultation/guests-contract.ts';
import { keyOf, useLoad, useSend } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';

/** Who is invited, waits or is in the room, kept fresh. */
export function useGuests(requestId: string): readonly Guest[] {
  const { data } = useLoad(listGuests, { id: requestId });
  useLive(guestsChanged, [keyOf(listGuests, { id: requestId })]);
  return data?.guests ?? [];
}

/** Letting in, turning away, and ending an invitation; whatever comes of it, the list is asked anew. */
export function useGuestDeeds(requestId: string) {
  const refresh = { refresh: [listGuests] };
  const admit = useSend(admitGuest, refresh);
  const refuse = useSend(refuseGuest, refresh);
  const revoke = useSend(revokeGuest, refresh);
  const of = (guestId: string) => ({ id: requestId, guestId });
  return {
    admit: (guestId: string) => admit.mutate(of(guestId)),
    refuse: (guestId: string) => refuse.mutate(of(guestId)),
    revoke: (guestId: string) => revoke.mutateAsync(of(guestId)),
    isBusy: admit.isPending || refuse.isPending,
    error: admit.error ?? refuse.error,
  };
}
