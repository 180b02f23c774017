import { SegmentedControl, Stack } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { schedulingChanged } from '../../../../server/modules/scheduling/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { dayOf } from '../../../lib/zone.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Whom } from '../find/find.ts';
import { TimeChoice } from '../find/time-choice.tsx';
import { usePageHold } from '../hold/use-page-hold.ts';
import { MoveConfirm } from './move-confirm.tsx';
import { MoveTimes } from './move-times.tsx';

type Booking = Reply<typeof viewBooking>['booking'];

/** Another time for a booking, in the same department: the new one is held before the old one is let go. */
export function MovePage(props: { bookingId: string }) {
  const { t } = useTranslation();
  const input = { id: props.bookingId };
  const query = useLoad(viewBooking, input);
  useLive(schedulingChanged, [keyOf(viewBooking, input)]);
  return (
    <Loaded query={query}>
      {({ booking, may }) => (
        <>
          <PageHeader
            title={t('requests.move.title')}
            description={[booking.department.name, booking.organisation.name].join(' · ')}
            back={paths.consult(booking.requestId)}
          />
          {may.move ? (
            <Move booking={booking} />
          ) : (
            <EmptyState
              icon={IconCalendarX}
              title={t('requests.move.not')}
              hint={t('requests.move.notHint')}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function Move({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const held = usePageHold(`move.${booking.id}`);
  const [same, setSame] = useState(true);
  const whom: Whom = {
    specialtyCode: '',
    departmentId: booking.department.id,
    poolId: null,
    practitionerId: same ? booking.practitionerId : null,
  };
  return (
    <Stack gap="lg">
      <MoveTimes booking={booking} hold={held.hold} />
      <TimeChoice
        key={same ? 'same' : 'all'}
        title={t('requests.move.choose')}
        actions={
          <SegmentedControl
            aria-label={t('requests.move.whom')}
            data={[
              { value: 'same', label: booking.practitionerName },
              { value: 'all', label: t('requests.move.anyone') },
            ]}
            value={same ? 'same' : 'all'}
            onChange={(value) => setSame(value === 'same')}
          />
        }
        whom={whom}
        held={held}
        begin={{ day: dayOf(booking.startAt), part: null }}
      />
      <MoveConfirm booking={booking} held={held} whom={whom} />
    </Stack>
  );
}
