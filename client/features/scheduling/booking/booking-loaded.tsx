import type { ReactNode } from 'react';
import type { Reply } from '../../../../server/kernel/wire.ts';
import { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { schedulingChanged } from '../../../../server/modules/scheduling/contract.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Loaded } from '../../../ui/loaded.tsx';

/** A booking as it stands now, never as it was when it was last looked at: what is changed starts from there. */
export function BookingLoaded(props: {
  id: string;
  rows?: number;
  children: (found: Reply<typeof viewBooking>) => ReactNode;
}) {
  const { id, rows = 4 } = props;
  const query = useLoad(viewBooking, { id }, { keep: false, staleTime: 0 });
  useLive(schedulingChanged, [keyOf(viewBooking, { id })]);
  if (!query.isFetchedAfterMount) return <ListSkeleton rows={rows} />;
  return (
    <Loaded query={query} rows={rows}>
      {props.children}
    </Loaded>
  );
}
