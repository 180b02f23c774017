import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { codesOf, type MonthSum } from './month-chart.tsx';
import classes from './sums.module.css';

const sumOf = (list: readonly MonthSum[]) => ({
  events: list.reduce((all, one) => all + one.events, 0),
  cents: list.reduce((all, one) => all + one.cents, 0),
});

/** The same by code, with the sum of the quarter. */
export function CodeTable(props: { months: readonly MonthSum[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const total = sumOf(props.months);
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.sumTable}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('billing.sums.code')}</Table.Th>
          <Table.Th className={classes.number}>{t('billing.sums.events')}</Table.Th>
          <Table.Th className={classes.number}>{t('billing.sums.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {codesOf(props.months).map((code) => {
          const { events, cents } = sumOf(props.months.filter((one) => one.code === code));
          return (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                <div className={classes.words}>
                  <span className={classes.code}>{code}</span>
                  <span className={classes.soft}>{t(`billing.code.${code}`)}</span>
                </div>
              </Table.Th>
              <Table.Td className={classes.number}>{formats.number(events)}</Table.Td>
              <Table.Td className={classes.number}>{formats.money(cents)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('billing.sums.total')}</Table.Th>
          <Table.Td className={classes.number}>{formats.number(total.events)}</Table.Td>
          <Table.Td className={classes.number}>{formats.money(total.cents)}</Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
