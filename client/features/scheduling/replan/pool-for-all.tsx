import { Alert, Group, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CalendarBooking,
  handOverBooking,
  listColleagues,
} from '../../../../server/modules/scheduling/booking-contract.ts';
import { call } from '../../../lib/call.ts';
import { keyOf } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { stale } from '../booking/stale.ts';
import { poolsForAll } from './outcomes.ts';

/** Where one pool fits for all that are open, one press gives them all to it; who is not taken stays open. */
export function PoolForAll(props: {
  bookings: readonly CalendarBooking[];
  onHandedOver: (id: string) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [refused, setRefused] = useState(0);
  const asked = useQueries({
    queries: props.bookings.map(({ id }) => ({
      queryKey: keyOf(listColleagues, { id }),
      staleTime: 0,
      queryFn: ({ signal }: { signal: AbortSignal }) => call(listColleagues, { id }, { signal }),
    })),
  });
  const { bookings } = props;
  if (refused > 0) {
    return (
      <Alert color="yellow" role="alert" title={t('scheduling.replan.poolRefused', { count: refused })} />
    );
  }
  if (bookings.length < 2 || asked.some(({ data }) => data === undefined)) return null;
  const pools = poolsForAll(asked.map(({ data }) => data?.pools ?? []));
  const giveAll = async (poolId: string) => {
    let failed = 0;
    for (const { id, sequence } of bookings) {
      try {
        await call(handOverBooking, { id, poolId, sequence });
        props.onHandedOver(id);
      } catch {
        failed += 1;
      }
    }
    setRefused(failed);
    await Promise.all(stale.map((read) => client.invalidateQueries({ queryKey: keyOf(read) })));
  };
  return (
    <Group gap="sm">
      {pools.map((pool) => (
        <ConfirmButton
          key={pool.id}
          leftSection={<IconUsersGroup size={20} aria-hidden />}
          question={t('scheduling.replan.poolQuestion', { count: bookings.length, name: pool.name })}
          consequence={<Text component="span">{t('scheduling.replan.poolConsequence')}</Text>}
          confirmLabel={t('scheduling.replan.poolConfirm')}
          danger={false}
          onConfirm={() => giveAll(pool.id)}
        >
          {t('scheduling.replan.poolAll', { count: bookings.length, name: pool.name })}
        </ConfirmButton>
      ))}
    </Group>
  );
}
