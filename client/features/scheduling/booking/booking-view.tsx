import { Button, Stack } from '@mantine/core';
import { IconArrowRight, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { schedulingChanged } from '../../../../server/modules/scheduling/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import type { Deed, DroppedAt } from '../plan-target.ts';
import classes from './booking-deeds.module.css';
import { BookingDeeds } from './booking-deeds.tsx';
import { BookingFacts } from './booking-facts.tsx';

/** One booking beside the plan, without its patient: who, when, how it stands, and what can be done with it. */
export function BookingView(props: {
  bookingId: string;
  deed: Deed;
  dropped?: DroppedAt | undefined;
  onDeed: (deed: Deed) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { bookingId, deed } = props;
  const query = useLoad(viewBooking, { id: bookingId }, { keep: false });
  useLive(schedulingChanged, [keyOf(viewBooking, { id: bookingId })]);
  return (
    <Loaded query={query}>
      {(found) => (
        <Stack gap="lg">
          <BookingFacts found={found} short={deed !== 'see'} />
          <BookingDeeds {...props} found={found} />
          {deed === 'see' && (
            <div className={classes.ways}>
              <Button
                component={Link}
                to={paths.booking(bookingId)}
                variant="light"
                leftSection={<IconHistory size={20} aria-hidden />}
              >
                {t('scheduling.booking.page')}
              </Button>
              <Button
                component={Link}
                to={paths.consult(found.booking.requestId)}
                rightSection={<IconArrowRight size={20} aria-hidden />}
              >
                {t('scheduling.booking.open')}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
