import { Table, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BillingRow } from '../../../server/modules/billing/contract.ts';
import { groupInsuranceNumber, useFormats } from '../../lib/format.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './billing.module.css';
import { states } from './states.ts';

/** One service. `continued`: the row above belongs to the same consult, whose date and number then step back. */
export function EventRow(props: { event: BillingRow; continued: boolean; withState: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { event } = props;
  const minutes = Math.floor((event.presentSeconds ?? 0) / 60);
  return (
    <Table.Tr data-continued={props.continued || undefined}>
      <Table.Td className={classes.when}>
        <span>{formats.date(event.occurredAt)}</span>
        <span className={classes.soft}>
          {t('billing.table.clock', { time: formats.time(event.occurredAt), minutes })}
        </span>
      </Table.Td>
      <Table.Td data-label={t('billing.table.case')} className={classes.lead}>
        <div className={classes.words}>
          <span>{`K-${String(event.number).padStart(6, '0')}`}</span>
          <span className={classes.soft}>
            {event.patient.kvnr ? groupInsuranceNumber(event.patient.kvnr) : t('billing.table.noKvnr')}
          </span>
        </div>
      </Table.Td>
      <Table.Td data-label={t('billing.table.paid')}>
        <div className={classes.words}>
          <span>{event.organisation.name}</span>
          <span className={classes.soft}>
            {t(event.side === 'requester' ? 'billing.table.by' : 'billing.table.for', {
              name: event.counterpart,
            })}
          </span>
        </div>
      </Table.Td>
      <Table.Td data-label={t('billing.table.code')}>
        <div className={classes.words}>
          <span className={classes.code}>
            {event.code}
            {event.quantity > 1 && <span className={classes.times}>{`× ${event.quantity}`}</span>}
          </span>
          <span className={classes.soft}>{t(`billing.code.${event.code}`)}</span>
        </div>
      </Table.Td>
      <Table.Td
        data-label={t('billing.table.points')}
        data-none={event.points === null || undefined}
        className={`${classes.number} ${classes.points}`}
      >
        {event.points === null ? '–' : formats.number(event.points * event.quantity)}
      </Table.Td>
      <Table.Td data-label={t('billing.table.amount')} className={classes.number}>
        {formats.money(event.amountCents)}
      </Table.Td>
      <Table.Td className={classes.why}>
        <div className={classes.why}>
          {props.withState && (
            <StatusBadge tone={states[event.state].tone} icon={states[event.state].icon}>
              {event.batch === null
                ? t(`billing.state.${event.state}.label`)
                : t('billing.table.batch', {
                    state: t(`billing.state.${event.state}.label`),
                    number: event.batch,
                  })}
            </StatusBadge>
          )}
          {event.reasons.map((reason) => (
            <Tooltip key={reason} label={t(`billing.reason.${reason}.definition`)} multiline maw={340}>
              <span>{t(`billing.reason.${reason}.label`)}</span>
            </Tooltip>
          ))}
          {event.reasons.length === 0 && event.state === 'ready' && (
            <span className={classes.soft}>{t('billing.table.flawless')}</span>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
