import { Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ExportBatch, listExports } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './billing.module.css';
import { Checksum } from './checksum.tsx';
import exportClasses from './exports.module.css';
import { LoadFileButton } from './load-file-button.tsx';

const columns = [
  ['number', false],
  ['created', false],
  ['rows', true],
  ['sum', true],
  ['checksum', false],
] as const;

/** The closed proofs of service of a quarter, newest first. */
export function ExportsView(props: { quarter: string }) {
  const { t } = useTranslation();
  const exports = useLoad(listExports, { quarter: props.quarter });
  return (
    <Panel flush>
      <Loaded query={exports} waiting={<div className={classes.inset} />}>
        {(data) =>
          data.exports.length === 0 ? (
            <EmptyState
              icon={IconArchive}
              title={t('billing.empty.exports.title')}
              hint={t('billing.empty.exports.hint')}
            />
          ) : (
            <BatchTable batches={data.exports} />
          )
        }
      </Loaded>
      <Text c="dimmed" className={classes.note}>
        {t('billing.exports.note')}
      </Text>
    </Panel>
  );
}

function BatchTable({ batches }: { batches: ExportBatch[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const total = batches.reduce((all, { sumCents }) => all + sumCents, 0);
  const rows = batches.reduce((all, batch) => all + batch.rows, 0);
  return (
    <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="md">
      <Table.Caption className={classes.caption}>{t('billing.exports.table')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map(([name, isNumber]) => (
            <Table.Th key={name} className={isNumber ? classes.number : undefined}>
              {t(`billing.exports.${name}`)}
            </Table.Th>
          ))}
          <Table.Td className={exportClasses.tools} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {batches.map((batch) => (
          <Table.Tr key={batch.id}>
            <Table.Td className={exportClasses.batchNumber} data-label={t('billing.exports.number')}>
              {batch.number}
            </Table.Td>
            <Table.Td data-label={t('billing.exports.created')}>
              <div className={classes.words}>
                <span>{formats.dateTime(batch.createdAt)}</span>
                {batch.createdBy && (
                  <span className={classes.soft}>
                    {t('billing.exports.createdBy', { name: batch.createdBy })}
                  </span>
                )}
              </div>
            </Table.Td>
            <Table.Td className={classes.number} data-label={t('billing.exports.rows')}>
              {formats.number(batch.rows)}
            </Table.Td>
            <Table.Td className={classes.number} data-label={t('billing.exports.sum')}>
              {formats.money(batch.sumCents)}
            </Table.Td>
            <Table.Td data-label={t('billing.exports.checksum')}>
              <Checksum value={batch.checksum} />
            </Table.Td>
            <Table.Td className={exportClasses.tools}>
              <LoadFileButton id={batch.id} number={batch.number} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row" colSpan={2}>
            {t('billing.exports.total')}
          </Table.Th>
          <Table.Td className={classes.number} data-label={t('billing.exports.rows')}>
            {formats.number(rows)}
          </Table.Td>
          <Table.Td className={classes.number} data-label={t('billing.exports.sum')}>
            {formats.money(total)}
          </Table.Td>
          <Table.Td colSpan={2} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
