import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './preview.module.css';

/** Organisations that are named; the rest is one line. */
const named = 8;

/** Number and sum, and both by code, by organisation and by what should be looked at. */
export function PreviewSums({ preview }: { preview: ExportPreview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const others = preview.organisations.slice(named);
  return (
    <>
      <div className={classes.preview}>
        <Total label={t('billing.create.rows')} value={formats.number(preview.rows)} />
        <Total label={t('billing.create.sum')} value={formats.money(preview.sumCents)} />
        <Total
          label={t('billing.create.organisations')}
          value={formats.number(preview.organisations.length)}
        />
      </div>
      <div className={classes.previewParts}>
        <Part title={t('billing.create.byCode')}>
          {preview.codes.map(({ code, quantity, cents }) => (
            <Line
              key={code}
              name={`${code} ${t(`billing.code.${code}`)}`}
              count={formats.number(quantity)}
              value={formats.money(cents)}
            />
          ))}
        </Part>
        <Part title={t('billing.create.byOrganisation')}>
          {preview.organisations.slice(0, named).map(({ name, events, cents }) => (
            <Line key={name} name={name} count={formats.number(events)} value={formats.money(cents)} />
          ))}
          {others.length > 0 && (
            <Line
              name={t('billing.create.others', { count: others.length })}
              count={formats.number(others.reduce((all, { events }) => all + events, 0))}
              value={formats.money(others.reduce((all, { cents }) => all + cents, 0))}
            />
          )}
        </Part>
      </div>
      {preview.remarks.length > 0 && (
        <Part title={t('billing.create.remarks')} hint={t('billing.create.remarksHint')}>
          {preview.remarks.map(({ reason, events }) => (
            <Line
              key={reason}
              name={t(`billing.reason.${reason}.definition`)}
              count={formats.number(events)}
            />
          ))}
        </Part>
      )}
    </>
  );
}

function Total(props: { label: string; value: string }) {
  return (
    <div>
      <Text c="dimmed">{props.label}</Text>
      <span className={classes.total}>{props.value}</span>
    </div>
  );
}

function Part(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h4">
        {props.title}
      </Title>
      {props.hint !== undefined && <Text c="dimmed">{props.hint}</Text>}
      <div className={classes.previewList}>
        <Table verticalSpacing={6} horizontalSpacing={0}>
          <Table.Tbody>{props.children}</Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

function Line(props: { name: string; count: string; value?: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {props.name}
      </Table.Th>
      <Table.Td className={classes.number}>{props.count}</Table.Td>
      {props.value !== undefined && <Table.Td className={classes.number}>{props.value}</Table.Td>}
    </Table.Tr>
  );
}
