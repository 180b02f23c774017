import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getSums } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLocale } from '../../lib/i18n.ts';
import { seriesColors } from '../../ui/theme.ts';
import { partsOf } from './quarters.ts';
import classes from './sums.module.css';

export type MonthSum = Reply<typeof getSums>['months'][number];

/** Codes that occur, in their order. */
export const codesOf = (months: readonly MonthSum[]): string[] =>
  [...new Set(months.map(({ code }) => code))].sort();

/** Billable money of each month of the quarter, stacked by code. */
export function MonthChart(props: { quarter: string; months: readonly MonthSum[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  const name = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const codes = codesOf(props.months);
  const data = partsOf(props.quarter).months.map((day) => ({
    month: name.format(Date.parse(day)),
    ...Object.fromEntries(
      codes.map((code) => {
        const found = props.months.find((one) => one.code === code && day.startsWith(one.month));
        return [code, (found?.cents ?? 0) / 100];
      }),
    ),
  }));
  return (
    <figure className={classes.chart} aria-label={t('billing.sums.chart')}>
      <BarChart
        h={300}
        data={data}
        dataKey="month"
        type="stacked"
        series={codes.map((code, at) => ({
          name: code,
          color: seriesColors[at % seriesColors.length] ?? 'blue.6',
        }))}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        valueFormatter={(euros) => formats.money(Math.round(euros * 100))}
        yAxisProps={{ width: 90, tickFormatter: (euros: number) => formats.number(euros) }}
        unit=" €"
        maxBarWidth={90}
      />
    </figure>
  );
}
