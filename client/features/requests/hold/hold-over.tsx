import { Button, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useLoad } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { type Whom, whoseOf } from '../find/find.ts';
import { offerOf } from '../find/offer.ts';
import classes from './held-time.module.css';
import { type Held, nearestTo } from './hold.ts';
import { NearestTimes } from './nearest-times.tsx';
import type { HoldHandle } from './use-hold.ts';

const around = 14;

/** The reservation has run out: the same time once more when it is still free, and what is free near it. */
export function HoldOver(props: { held: HoldHandle; hold: Held; whom: Whom }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { held, hold } = props;
  const today = dayOf(new Date(useNow()).toISOString());
  const day = dayOf(hold.startAt);
  const from = [addDays(day, -around), today].sort().at(-1) ?? today;
  const found = useLoad(findFreeTimes, {
    ...whoseOf(props.whom),
    from,
    until: addDays(from, 2 * around + 1),
    limit: 1000,
  }).data;
  const offers = (found?.times ?? []).map((time) => offerOf(time, found ?? { practitioners: [], pools: [] }));
  const isFree = offers.some(
    ({ startAt, poolId, practitionerId }) =>
      startAt === hold.startAt &&
      (hold.poolId ? poolId === hold.poolId : practitionerId === hold.practitionerId),
  );
  const others = nearestTo(
    hold.startAt,
    offers.filter(({ startAt }) => startAt !== hold.startAt),
  );
  const busy = held.wanted !== null;
  const words = { day: formats.longDate(hold.startAt), time: formats.time(hold.startAt) };
  return (
    <section className={classes.held} data-tone="attention" role="alert">
      <Stack gap="sm" className={classes.words}>
        <Text fw={600}>
          {t(
            !found ? 'requests.time.over' : isFree ? 'requests.time.overFree' : 'requests.time.overTaken',
            words,
          )}
        </Text>
        <Group gap="sm">
          {isFree && (
            <Button disabled={busy} onClick={() => held.choose(hold)}>
              {t('requests.time.again')}
            </Button>
          )}
          <NearestTimes offers={others} onChoose={held.choose} busy={busy} />
          <Button variant="subtle" leftSection={<IconX size={20} aria-hidden />} onClick={held.giveUp}>
            {t('requests.time.dismiss')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
