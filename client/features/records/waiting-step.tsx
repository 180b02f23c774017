import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconCalendarSearch, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import {
  listWaiting,
  type WaitingEntry,
  waitingChanged,
} from '../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf, daysBetween } from '../../lib/zone.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MissedTime } from './missed-time.tsx';
import { OfferCard } from './offer-card.tsx';
import { StepFrame } from './step-frame.tsx';
import { wishWords } from './wish-words.ts';
import { WithdrawWaiting } from './withdraw-waiting.tsx';

/** A planned consult without a time: the one that was missed, its place on the waiting list and what is offered. */
export function WaitingStep({ request }: { request: ConsultRequest }) {
  const input = { requestId: request.id };
  const query = useLoad(listWaiting, input);
  useLive(waitingChanged, [keyOf(listWaiting)]);
  return (
    <Loaded query={query} waiting={<Skeleton height={120} radius="lg" />}>
      {({ entries: [entry] }) => (
        <Stack gap="md">
          {request.bookingId !== null && <MissedTime request={request} bookingId={request.bookingId} />}
          {entry && <Waiting entry={entry} request={request} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Waiting(props: { entry: WaitingEntry; request: ConsultRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { entry, request } = props;
  const days = daysBetween(dayOf(entry.since), dayOf(new Date(now).toISOString()));
  const wish = wishWords((key, values) => t(key, values ?? {}), formats, entry);
  const asks = request.side === 'requester';
  return (
    <Stack gap="md">
      {entry.offer && asks && <OfferCard offer={entry.offer} about={t('records.offer.wish', { wish })} />}
      <StepFrame
        tone="neutral"
        icon={IconHourglass}
        title={t('records.waiting.place', {
          place: entry.place,
          since: t('records.waiting.since', { count: days }),
        })}
      >
        <Text>{[t(`records.waiting.${entry.wish.urgency}`), wish].join(' · ')}</Text>
        {asks && (
          <Group gap="sm" mt={8}>
            <Button
              component={Link}
              to={paths.waitingEntry(request.id)}
              variant="default"
              leftSection={<IconCalendarSearch size={20} aria-hidden />}
            >
              {t('records.waiting.change')}
            </Button>
            <WithdrawWaiting entryId={entry.id} patient={request.patient} />
          </Group>
        )}
      </StepFrame>
    </Stack>
  );
}
