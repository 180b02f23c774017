import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getPatientHistory } from '../../../server/modules/audit/contract.ts';
import { Time } from '../../ui/time.tsx';
import { ActorCell } from './actor-cell.tsx';
import classes from './audit.module.css';

/** One row per person: how often seen and changed, first and last. */
export function HistoryTable(props: { people: Reply<typeof getPatientHistory>['people'] }) {
  const { t } = useTranslation();
  const times = (count: number) =>
    count === 0 ? <span className={classes.soft}>{'–'}</span> : t('audit.history.times', { count });
  return (
    <Table className={classes.table} horizontalSpacing="md" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {(['who', 'views', 'changes', 'first', 'last'] as const).map((name) => (
            <Table.Th key={name}>{t(`audit.history.${name}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.people.map(({ actor, views, changes, firstAt, lastAt }) => (
          <Table.Tr key={`${actor.id}`}>
            <Table.Td>
              <ActorCell actor={actor} />
            </Table.Td>
            <Table.Td data-label={t('audit.history.views')}>{times(views)}</Table.Td>
            <Table.Td data-label={t('audit.history.changes')}>{times(changes)}</Table.Td>
            <Table.Td data-label={t('audit.history.first')}>
              <Time at={firstAt} show="clock" />
            </Table.Td>
            <Table.Td data-label={t('audit.history.last')}>
              <Time at={lastAt} show="clock" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
