import type { OnCallShift, OnCallSwap } from '../../../../server/modules/triage/on-call-contract.ts';

/** What the signed-in person may do with a swap: answer it, take the own offer back, or only see it. Pure. */
export function sideOf(swap: OnCallSwap, own: string | null): 'answer' | 'withdraw' | 'look' {
  if (swap.state !== 'offered' || own === null) return 'look';
  if (swap.to.id === own) return 'answer';
  return swap.from.id === own ? 'withdraw' : 'look';
}

/** How many offers wait for the signed-in person's answer. */
export const waitingFor = (swaps: readonly OnCallSwap[], own: string | null): number =>
  swaps.filter((swap) => sideOf(swap, own) === 'answer').length;

/** A person's shifts that are not over, each with whether it is offered already. */
export function shiftsOf(
  shifts: readonly OnCallShift[],
  swaps: readonly OnCallSwap[],
  practitionerId: string | null,
  now: number,
): { shift: OnCallShift; isOffered: boolean }[] {
  const offered = new Set(swaps.filter(({ state }) => state === 'offered').map(({ shift }) => shift.id));
  return shifts
    .filter(({ practitioner, endAt }) => practitioner.id === practitionerId && Date.parse(endAt) > now)
    .map((shift) => ({ shift, isOffered: offered.has(shift.id) }));
}
