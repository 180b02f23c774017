import { Radio, Stack } from '@mantine/core';
import { IconCircleCheck, IconClockPause, IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { listColleagues } from '../../../../server/modules/scheduling/booking-contract.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import classes from './colleague-cards.module.css';

type Colleagues = Reply<typeof listColleagues>;

/** Who could take it: free or not, within their hours or not, and what the day already holds for them. */
export function ColleagueCards(props: { found: Colleagues; mayOverbook: boolean }) {
  const { t } = useTranslation();
  const { people, pools } = props.found;
  return (
    <Stack gap={8} mt={6}>
      {pools.map((pool) => (
        <Radio.Card
          key={pool.id}
          value={`pool:${pool.id}`}
          className={classes.card}
          disabled={pool.free === 0}
        >
          <Radio.Indicator />
          <IconUsersGroup size={22} aria-hidden />
          <span className={classes.words}>
            <strong>{t('scheduling.pools.band', { name: pool.name })}</strong>
            <span>{t('scheduling.handOver.poolHint')}</span>
          </span>
          <StatusBadge tone={pool.free > 0 ? 'done' : 'neutral'}>
            {t('scheduling.handOver.poolFree', { count: pool.free })}
          </StatusBadge>
        </Radio.Card>
      ))}
      {people.map((person) => (
        <Radio.Card
          key={person.id}
          value={`person:${person.id}`}
          className={classes.card}
          disabled={person.obstacle !== null && !props.mayOverbook}
        >
          <Radio.Indicator />
          <span className={classes.words}>
            <strong>{person.name}</strong>
            <span>
              {t('scheduling.handOver.load', { count: person.bookings })}
              {!person.inRoster && ` · ${t('scheduling.handOver.outside')}`}
            </span>
          </span>
          <StatusBadge {...looks[person.obstacle ?? 'free']}>
            {t(`scheduling.handOver.is.${person.obstacle ?? 'free'}`)}
          </StatusBadge>
        </Radio.Card>
      ))}
    </Stack>
  );
}

const looks = {
  free: { tone: 'done', icon: IconCircleCheck },
  taken: { tone: 'attention', icon: IconClockPause },
  absent: { tone: 'neutral', icon: IconUserOff },
} as const;
