import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Pool, poolLoad } from '../../../../server/modules/scheduling/pool-contract.ts';
import { useLocale } from '../../../lib/i18n.ts';
import { useLoad } from '../../../lib/query.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import { loadRows } from './load-rows.ts';
import classes from './pools.module.css';

/** Bookings of a pool by person and month, as bars with their numbers. */
export function PoolLoad(props: { pool: Pool; people: Plan['people'] }) {
  const { t } = useTranslation();
  const tag = useLocale() === 'en' ? 'en-GB' : 'de-DE';
  const query = useLoad(poolLoad, { id: props.pool.id });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
  return (
    <Loaded query={query} rows={2}>
      {({ months }) => {
        const { rows, most } = loadRows(props.pool.members, props.people, months);
        return (
          <table className={classes.load}>
            <caption className={classes.caption}>
              <Text component="span" c="dimmed">
                {t('scheduling.pools.load')}
              </Text>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('scheduling.person')}</th>
                {months.map((one) => (
                  <th key={one.month} scope="col">
                    {month.format(new Date(`${one.month}-15`))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  {row.counts.map((count, at) => (
                    <td key={months[at]?.month}>
                      <span className={classes.bar}>
                        {count > 0 && <span style={{ width: `${(count / most) * 70}%` }} aria-hidden />}
                        {count}
                      </span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      }}
    </Loaded>
  );
}
