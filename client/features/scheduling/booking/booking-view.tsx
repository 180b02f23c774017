import { Button, Stack } from '@mantine/core';
import { IconArrowRight, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../lib/paths.ts';
import type { Deed, DroppedAt } from '../plan-target.ts';
import classes from './booking-deeds.module.css';
import { BookingDeeds } from './booking-deeds.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { BookingLoaded } from './booking-loaded.tsx';

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
  return (
    <BookingLoaded id={bookingId}>
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
    </BookingLoaded>
  );
}
