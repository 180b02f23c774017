import { useEffect, useRef } from 'react';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import type { DroppedAt } from '../plan-target.ts';
import { meantTime } from './move-check.ts';
import type { TimeChoice } from './time-choice.ts';

/** Finds the free time that a drop meant; where none is near, exactly the time of the drop. */
export function DroppedTime(props: {
  dropped: DroppedAt;
  who: string;
  onChoose: (choice: TimeChoice) => void;
}) {
  const { practitionerId, startAt } = props.dropped;
  const day = dayOf(startAt);
  const free = useLoad(findFreeTimes, { practitionerId, from: day, until: addDays(day, 1) }, { keep: false });
  const { who, onChoose } = props;
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const isSettled = !free.isPending;
  const meant = meantTime(free.data?.times ?? [], props.dropped);
  const at = meant?.startAt ?? startAt;
  useEffect(() => {
    if (isSettled) choose.current({ practitionerId, poolId: null, startAt: at, who });
  }, [isSettled, practitionerId, at, who]);
  return <ListSkeleton rows={3} />;
}
