import { type ReactNode, useState } from 'react';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { DroppedAt } from '../plan-target.ts';
import { meantTime } from './move-check.ts';
import { choiceOf, type TimeChoice } from './time-choice.ts';

/** Finds the free time that a drop meant; where none is near, exactly the time of the drop. */
export function DroppedTime(props: {
  departmentId: string;
  dropped: DroppedAt;
  /** Of the department: whose times may be meant, and their names. */
  pools: Plan['pools'];
  who: string;
  children: (choice: TimeChoice) => ReactNode;
}) {
  const { practitionerId, startAt } = props.dropped;
  const day = dayOf(startAt);
  const query = { departmentId: props.departmentId, from: day, until: addDays(day, 1), limit: 1000 };
  const free = useLoad(findFreeTimes, query, { keep: false, staleTime: 0 });
  if (!free.isFetchedAfterMount) return <ListSkeleton rows={3} />;
  const own = props.pools.filter(({ members }) => members.includes(practitionerId)).map(({ id }) => id);
  const meant = meantTime(free.data?.times ?? [], props.dropped, own);
  const exact = { practitionerId, poolId: null, startAt, who: props.who };
  return <Settled choice={meant && free.data ? choiceOf(meant, free.data) : exact}>{props.children}</Settled>;
}

/** What was meant stays so, whatever becomes free or taken while one reads. */
function Settled(props: { choice: TimeChoice; children: (choice: TimeChoice) => ReactNode }) {
  const [choice] = useState(props.choice);
  return props.children(choice);
}
