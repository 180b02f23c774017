import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  findFreeTimes,
  holdTime,
  nextFreeTimes,
  releaseHold,
} from '../../../../server/modules/scheduling/contract.ts';
import { call } from '../../../lib/call.ts';
import type { CallError } from '../../../lib/call-error.ts';
import { keyOf, useSend } from '../../../lib/query.ts';
import { chosenTime, type Offer } from '../find/offer.ts';
import type { Held } from './hold.ts';
import { type RefusedTime, refusedTime } from './refused-time.ts';

export type HoldHandle = {
  hold: Held | null;
  /** Start of the time that is being asked for. */
  wanted: string | null;
  /** The last chosen time cannot be had: somebody else was faster, say. */
  refused: RefusedTime | null;
  error: CallError | null;
  choose: (time: Offer | Held) => void;
  change: (hold: Held) => void;
  giveUp: () => void;
  /** It has become a booking: there is nothing to give back. */
  settle: () => void;
};

/** Where the held time is kept between visits of the page. */
type Store = {
  hold: Held | null;
  set: (hold: Held | null) => void;
  /** Notes in the storage alone that the time was given back; the page is going. */
  markGivenBack: () => void;
};

/**
 * Holds one time for the page: given back when the page is left, its window closed or the computer put away, and
 * asked for anew when somebody comes back to it, also after a reload.
 */
export function useHold(store: Store): HoldHandle {
  const client = useQueryClient();
  const [wanted, setWanted] = useState<string | null>(null);
  const latest = useRef(store);
  latest.current = store;
  const settled = useRef(false);
  const hold = useSend(holdTime, {
    refresh: [nextFreeTimes],
    // Who was too late sees the times as they are now.
    onError: () => void client.invalidateQueries({ queryKey: keyOf(findFreeTimes) }),
  });
  const choose = (time: Offer | Held) => {
    const poolName = 'poolName' in time ? time.poolName : time.poolId && time.name;
    const { departmentName } = time;
    setWanted(time.startAt);
    hold.mutate(chosenTime(time), {
      onSuccess: (held) => {
        settled.current = false;
        store.set({ ...held, poolName, departmentName, startedAt: new Date().toISOString() });
      },
      onError: (error) => {
        if (refusedTime(error) && store.hold?.givenBack) store.set(null);
      },
      onSettled: () => setWanted(null),
    });
  };
  const again = useRef(choose);
  again.current = choose;
  useEffect(() => {
    const come = () => {
      const { hold: kept } = latest.current;
      if (kept?.givenBack) again.current(kept);
    };
    // Out of the browser's memory the page comes back without being loaded.
    const wake = (event: PageTransitionEvent) => event.persisted && come();
    const leave = () => {
      const { hold: kept, markGivenBack } = latest.current;
      if (settled.current || !kept || kept.givenBack) return;
      markGivenBack();
      latest.current = { ...latest.current, hold: { ...kept, givenBack: true } };
      if (Date.parse(kept.heldUntil) > Date.now()) void giveBack(kept.id);
    };
    come();
    addEventListener('pagehide', leave);
    addEventListener('pageshow', wake);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', wake);
      leave();
    };
  }, []);
  const held = store.hold?.id;
  const before = useRef(held);
  // Whatever lets go of the time, a press or another department chosen: it is free for others at once.
  useEffect(() => {
    const id = before.current;
    before.current = held;
    if (id && !held && !settled.current) {
      void giveBack(id).then(() =>
        Promise.all(
          [findFreeTimes, nextFreeTimes].map((one) => client.invalidateQueries({ queryKey: keyOf(one) })),
        ),
      );
    }
  }, [held, client]);
  return {
    hold: store.hold?.givenBack ? null : store.hold,
    wanted,
    refused: hold.isPending ? null : refusedTime(hold.error),
    error: hold.isError && !refusedTime(hold.error) ? hold.error : null,
    choose,
    change: store.set,
    giveUp: () => {
      store.set(null);
      hold.reset();
    },
    settle: () => {
      settled.current = true;
    },
  };
}

/** Nobody waits for the answer: what is not heard of runs out by itself. */
const giveBack = (id: string): Promise<unknown> =>
  call(releaseHold, { id }, { keepalive: true }).catch(() => null);
