import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportBatch } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Checksum } from './checksum.tsx';
import { LoadFileButton } from './load-file-button.tsx';

/** The batch is closed: its sum, its checksum, its file. */
export function ExportDone(props: { batch: ExportBatch; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { batch } = props;
  const sum = formats.money(batch.sumCents);
  return (
    <Stack>
      <Text role="status">{t('billing.create.doneHint', { rows: formats.number(batch.rows), sum })}</Text>
      <Facts
        items={[
          { label: t('billing.exports.created'), value: formats.dateTime(batch.createdAt) },
          { label: t('billing.exports.checksum'), value: <Checksum value={batch.checksum} /> },
        ]}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {t('billing.create.close')}
        </Button>
        <LoadFileButton id={batch.id} number={batch.number} variant="filled" />
      </Group>
    </Stack>
  );
}
