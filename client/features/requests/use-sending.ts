import { useNavigate } from 'react-router';
import { bookTime, findFreeTimes, nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { enterWaitingList } from '../../../server/modules/scheduling/waiting-contract.ts';
import type { CallError } from '../../lib/call-error.ts';
import { useSend } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { refusedTime } from './hold/refused-time.ts';
import type { HoldHandle } from './hold/use-hold.ts';
import { bookingBody, waitingBody } from './request-body.ts';
import type { RequestDraftHandle } from './request-draft.ts';
import { sentPath } from './step-path.ts';

export type Sending = { send: () => void; reset: () => void; isPending: boolean; error: CallError | null };

/** Sends the request: with its time, or to the waiting list. Then the draft is gone, and the page says what comes. */
export function useSending(draft: RequestDraftHandle, held: HoldHandle): Sending {
  const navigate = useNavigate();
  const today = dayOf(new Date(useNow()).toISOString());
  const done = (requestId: string) => {
    held.settle();
    draft.clear();
    void navigate(sentPath(requestId), { replace: true });
  };
  const book = useSend(bookTime, {
    refresh: [findFreeTimes, nextFreeTimes],
    onSuccess: ({ requestId }) => done(requestId),
    onError: (error) => {
      if (refusedTime(error)) draft.patch({ hold: null });
    },
  });
  const enter = useSend(enterWaitingList, {
    refresh: [nextFreeTimes],
    onSuccess: ({ entry }) => done(entry.requestId),
  });
  const { value } = draft;
  return {
    send: () => {
      const booking = value.way === 'time' ? bookingBody(value) : null;
      const waiting = value.way === 'waiting' ? waitingBody(value, today) : null;
      if (booking) book.mutate(booking);
      if (waiting) enter.mutate(waiting);
    },
    reset: () => {
      book.reset();
      enter.reset();
    },
    isPending: book.isPending || enter.isPending,
    error: value.way === 'time' ? book.error : enter.error,
  };
}
