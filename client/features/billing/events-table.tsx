import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BillingRow } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './billing.module.css';
import { EventRow } from './event-row.tsx';

const columns = [
  ['date', undefined],
  ['case', undefined],
  ['organisation', undefined],
  ['code', undefined],
  ['points', `${classes.number} ${classes.points}`],
  ['amount', classes.number],
  ['reasons', undefined],
] as const;

/** Services in the order in which they were rendered; on narrow screens one card each. */
export function EventsTable(props: {
  events: readonly BillingRow[];
  withState: boolean;
  /** How many there are in all, loaded or not; null = not known for this selection. */
  all: number | null;
  more: (() => void) | null;
  loadingMore: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { events } = props;
  return (
    <>
      <Table className={classes.table} verticalSpacing="xs" horizontalSpacing="sm">
        <Table.Caption className={classes.caption}>{t('billing.table.label')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(([name, className]) => (
              <Table.Th key={name} className={className}>
                {t(`billing.table.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event, at) => (
            <EventRow
              key={event.id}
              event={event}
              continued={events[at - 1]?.requestId === event.requestId}
              withState={props.withState}
            />
          ))}
        </Table.Tbody>
      </Table>
      <div className={classes.more}>
        {props.more && (
          <Button variant="default" loading={props.loadingMore} onClick={props.more}>
            {t('billing.table.more')}
          </Button>
        )}
        {props.all !== null && (
          <Text c="dimmed">
            {t('billing.table.shown', {
              shown: formats.number(events.length),
              all: formats.number(props.all),
            })}
          </Text>
        )}
      </div>
    </>
  );
}
