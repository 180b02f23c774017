import { Button, Group, Stack } from '@mantine/core';
import { IconArrowRight, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AttendanceFacts } from './booking/attendance-facts.tsx';
import { BookingDeeds } from './booking/booking-deeds.tsx';
import { BookingFacts } from './booking/booking-facts.tsx';
import { BookingHistory } from './booking/booking-history.tsx';
import { BookingLoaded } from './booking/booking-loaded.tsx';
import { SeriesTimes } from './booking/series-times.tsx';
import { useIsProvider } from './booking/use-is-provider.ts';
import classes from './booking-page.module.css';
import type { Deed } from './plan-target.ts';

/** One booking on a page of its own: what it is, what can be done with it, and what it went through. */
export default function BookingPage() {
  const [id = '', what] = (useParams()['*'] ?? '').split('/');
  return (
    <BookingLoaded key={id} id={id}>
      {(found) => (
        <Shown found={found} first={what === 'uebergeben' && found.may.handOver ? 'handOver' : 'see'} />
      )}
    </BookingLoaded>
  );
}

function Shown({ found, first }: { found: Reply<typeof viewBooking>; first: Deed }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [deed, setDeed] = useState<Deed>(first);
  const { booking } = found;
  const isProvider = useIsProvider();
  const hasBegun = Date.parse(booking.startAt) <= useNow();
  const hasDeeds = Object.values(found.may).some(Boolean);
  const plan = `${paths.roster}?ansicht=day&tag=${dayOf(booking.startAt)}`;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('scheduling.booking.title', {
          number: String(booking.requestNumber).padStart(6, '0'),
        })}
        description={`${formats.longDate(booking.startAt)}, ${formats.time(booking.startAt)}`}
        back={isProvider ? plan : paths.consult(booking.requestId)}
        actions={
          <Group gap="sm" className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('scheduling.booking.print')}
            </Button>
            <Button
              component={Link}
              to={paths.consult(booking.requestId)}
              rightSection={<IconArrowRight size={20} aria-hidden />}
            >
              {t('scheduling.booking.open')}
            </Button>
          </Group>
        }
      />
      <div className={classes.columns}>
        <Stack gap="md">
          <Panel title={t('scheduling.drawer.booking')}>
            <BookingFacts found={found} />
          </Panel>
          {hasDeeds && (
            <section className={classes.actions} aria-label={t('scheduling.booking.deeds')}>
              <Panel title={t(deed === 'see' ? 'scheduling.booking.deeds' : `scheduling.deed.${deed}`)}>
                <BookingDeeds found={found} deed={deed} onDeed={setDeed} onDone={() => setDeed('see')} />
              </Panel>
            </section>
          )}
          {hasBegun && booking.state !== 'cancelled' && (
            <Panel title={t('scheduling.attendance.title')}>
              <AttendanceFacts
                attendance={booking.attendance}
                requester={booking.requester.name}
                provider={booking.practitionerName}
              />
            </Panel>
          )}
          {found.series.length > 0 && (
            <Panel title={t('scheduling.booking.seriesTimes')}>
              <SeriesTimes found={found} />
            </Panel>
          )}
        </Stack>
        <Panel title={t('scheduling.history.title')}>
          <BookingHistory steps={found.history} />
        </Panel>
      </div>
    </div>
  );
}
