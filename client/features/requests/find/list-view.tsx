import { Button, Group, Skeleton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { listDays, questionOf } from './find.ts';
import classes from './finder.module.css';
import type { FinderProps } from './finder-props.ts';
import { FreedTimes } from './freed-times.tsx';
import { byDay, listRows, rowKey } from './list-rows.ts';
import { ListTime } from './list-time.tsx';
import { NothingFree } from './nothing-free.tsx';
import { offerOf } from './offer.ts';
import { useFreeTimes } from './use-free-times.ts';
import { useSteadyTimes } from './use-steady-times.ts';

const step = 40;

/** Free times one under the other, the earliest first, with where and with whom. */
export function ListView(props: FinderProps & { aside: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = dayOf(new Date(useNow()).toISOString());
  const [from, setFrom] = useState(today);
  const [limit, setLimit] = useState(step);
  const question = { ...questionOf(props.whom, props.find), from, until: addDays(from, listDays), limit };
  const query = useFreeTimes(question);
  const found = query.data;
  const offers = (found?.times ?? []).map((time) => offerOf(time, found ?? { practitioners: [], pools: [] }));
  const view = query.isPlaceholderData ? 'former' : JSON.stringify(question);
  const { shown, fresh, reveal } = useSteadyTimes(listRows(offers), rowKey, view);
  return (
    <Loaded query={query} waiting={<Skeleton height={420} radius="md" />}>
      {({ times, nothing, nextAfter, more }) =>
        times.length === 0 ? (
          <NothingFree
            {...props}
            title={t('requests.find.nothingSoon', { day: formats.day(addDays(from, listDays - 1)) })}
            nothing={nothing}
            nextAfter={nextAfter}
            onNext={(at) => setFrom(dayOf(at))}
          />
        ) : (
          <div className={classes.list} aria-busy={query.isPlaceholderData}>
            <FreedTimes count={fresh.length} onReveal={reveal} />
            {byDay(shown).map(({ day, rows }, at) => (
              <section key={day}>
                <Group justify="space-between">
                  <h3>{formats.longDate(`${day}T12:00:00Z`)}</h3>
                  {at === 0 && props.aside}
                </Group>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <li key={rowKey(row)}>
                      <ListTime
                        row={row}
                        isChosen={row.startAt === props.chosen}
                        busy={props.busy}
                        onChoose={() => props.onChoose(row.offer)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {more && limit < 1000 && (
              <Button
                variant="default"
                loading={query.isPlaceholderData}
                onClick={() => setLimit(Math.min(1000, limit + step))}
              >
                {t('requests.find.later')}
              </Button>
            )}
          </div>
        )
      }
    </Loaded>
  );
}
