import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type Outcome, progressOf } from './outcomes.ts';
import { PoolForAll } from './pool-for-all.tsx';
import { ReplanItem } from './replan-item.tsx';

/** Bookings that a change of the plan has hit, one after the other: each is moved, handed over, cancelled or left. */
export function ReplanPanel(props: { bookings: readonly CalendarBooking[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { bookings } = props;
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  const { settled, open } = progressOf(bookings, outcomes);
  const shown = open.find(({ id }) => id === chosen) ?? open[0];
  const settle = (id: string, outcome: Outcome) => {
    setOutcomes((before) => new Map(before).set(id, outcome));
    setChosen(null);
  };
  const count = { done: settled, all: bookings.length };
  return (
    <Stack gap="lg">
      <div>
        <Text aria-live="polite" mb={6}>
          {t('scheduling.replan.progress', count)}
        </Text>
        <Progress
          value={(settled / bookings.length) * 100}
          size="lg"
          color={open.length === 0 ? 'green' : 'blue'}
          aria-label={t('scheduling.replan.progress', count)}
        />
      </div>
      {open.length === 0 ? (
        <EmptyState
          icon={IconCircleCheck}
          title={t('scheduling.replan.finished')}
          action={<Button onClick={props.onDone}>{t('ui.close')}</Button>}
        />
      ) : (
        <Text>{t('scheduling.replan.intro')}</Text>
      )}
      <PoolForAll bookings={open} onHandedOver={(id) => settle(id, 'handOver')} />
      <Stack gap="sm">
        {bookings.map((booking) => (
          <ReplanItem
            key={booking.id}
            booking={booking}
            outcome={outcomes.get(booking.id) ?? null}
            opened={booking === shown}
            onOpen={() => setChosen(booking.id)}
            onSettled={(outcome) => settle(booking.id, outcome)}
          />
        ))}
      </Stack>
      {open.length > 0 && (
        <Group justify="space-between" wrap="nowrap" gap="lg">
          <Text c="dimmed">{t('scheduling.replan.later')}</Text>
          <Button variant="subtle" onClick={props.onDone} style={{ flex: 'none' }}>
            {t('ui.close')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
