import { ActionIcon, Collapse, Table, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../../server/modules/audit/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Time } from '../../ui/time.tsx';
import { ActorCell } from './actor-cell.tsx';
import classes from './audit.module.css';
import { eventText, iconOf, patientNumber, requestNumber } from './event-words.ts';

/** One event in words; its ids and codes stand behind the arrow. */
export function EventRow({ event }: { event: AuditEvent }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const Sign = iconOf(event.type);
  const isSealed = event.sealed;
  const Lock = isSealed ? IconLock : IconLockOpen;
  const sealText = t(isSealed ? 'audit.table.sealed' : 'audit.table.open');
  return (
    <>
      <Table.Tr>
        <Table.Td className={classes.time}>
          <Time at={event.at} show="clock" />
        </Table.Td>
        <Table.Td>
          <ActorCell actor={event.actor} type={event.type} />
        </Table.Td>
        <Table.Td>
          <span className={classes.what} data-refused={event.type === 'session.refused' || undefined}>
            <Sign size={22} stroke={1.7} aria-hidden />
            {eventText(t, event.type)}
          </span>
        </Table.Td>
        <Table.Td>
          <About event={event} />
        </Table.Td>
        <Table.Td className={classes.tools}>
          <span>
            <Tooltip label={sealText}>
              <span
                className={classes.lock}
                data-sealed={isSealed || undefined}
                role="img"
                aria-label={sealText}
              >
                <Lock size={20} aria-hidden />
              </span>
            </Tooltip>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('audit.table.details')}
              aria-expanded={opened}
              onClick={toggle}
            >
              <IconChevronDown
                size={22}
                className={classes.arrow}
                data-opened={opened || undefined}
                aria-hidden
              />
            </ActionIcon>
          </span>
        </Table.Td>
      </Table.Tr>
      <Table.Tr className={classes.details} data-opened={opened || undefined}>
        <Table.Td colSpan={5}>
          <Collapse expanded={opened}>
            <Details event={event} />
          </Collapse>
        </Table.Td>
      </Table.Tr>
    </>
  );
}

function About({ event }: { event: AuditEvent }) {
  const { t } = useTranslation();
  const { patient, request, details } = event;
  const many = Array.isArray(details.patientIds) ? details.patientIds.length : 0;
  return (
    <span className={classes.about}>
      {patient?.number != null && (
        <span>{t('audit.table.patient', { number: patientNumber(patient.number) })}</span>
      )}
      {!patient && many > 0 && <span>{t('audit.table.patients', { count: many })}</span>}
      {request?.number != null && (
        <span className={classes.soft}>
          {t('audit.table.request', { number: requestNumber(request.number) })}
        </span>
      )}
    </span>
  );
}

function Details({ event }: { event: AuditEvent }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const items = [
    { label: t('audit.table.event'), value: `${event.id} · ${event.type}` },
    { label: t('audit.table.at'), value: `${formats.dateTime(event.at)} (${event.at})` },
    { label: t('audit.table.subject'), value: `${event.subject.kind} ${event.subject.id}` },
    ...Object.entries(event.details).map(([label, value]) => ({
      label,
      value: Array.isArray(value) ? value.join('\n') : String(value),
    })),
  ];
  return <Facts items={items} />;
}
