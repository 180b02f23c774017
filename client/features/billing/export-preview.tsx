import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ExportPreview as Preview, previewExport } from '../../../server/modules/billing/contract.ts';
import { CallError } from '../../lib/call-error.ts';
import { useFormats } from '../../lib/format.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import classes from './preview.module.css';
import { PreviewFile } from './preview-file.tsx';
import { PreviewSums } from './preview-sums.tsx';

/** What would be closed now, and the question whether it shall be. */
export function ExportPreview(props: {
  quarter: string;
  error: unknown;
  busy: boolean;
  onCancel: () => void;
  onRenew: () => void;
  onConfirm: (expected: { rows: number; sumCents: number }) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // Always what is there now, never a former look.
  const preview = useLoad(previewExport, { quarter: props.quarter }, { staleTime: 0, keep: false });
  const changed = props.error instanceof CallError && props.error.code === 'export_changed';
  const renew = () => {
    props.onRenew();
    void client.invalidateQueries({ queryKey: keyOf(previewExport) });
  };
  return (
    <Loaded query={preview}>
      {(data) => (
        <Stack gap="lg">
          <PreviewSums preview={data} />
          <LeftBehind incomplete={data.incomplete} />
          {data.lines.length > 0 && <PreviewFile columns={data.columns} lines={data.lines} />}
          <Alert color="gray" icon={<IconLock aria-hidden />}>
            <Text>{t('billing.create.final')}</Text>
          </Alert>
          {props.error !== null && (
            <ErrorState error={props.error} {...(changed ? { onRetry: renew } : {})} />
          )}
          <Group justify="flex-end" className={classes.footer}>
            <Button variant="default" onClick={props.onCancel}>
              {t('ui.cancel')}
            </Button>
            <Button
              data-autofocus
              loading={props.busy}
              disabled={data.rows === 0 || changed}
              onClick={() => props.onConfirm({ rows: data.rows, sumCents: data.sumCents })}
            >
              {t('billing.create.confirm', { number: data.number })}
            </Button>
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}

function LeftBehind({ incomplete }: Pick<Preview, 'incomplete'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (incomplete.events === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
      <Text>
        {t('billing.create.left', { count: incomplete.events, sum: formats.money(incomplete.cents) })}
      </Text>
    </Alert>
  );
}
