import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getExportFile } from '../../../server/modules/billing/contract.ts';
import { download } from '../../lib/download.ts';
import { tellError } from '../../ui/tell.tsx';

/** Saves the file of a proof of service. */
export function LoadFileButton(props: { id: string; number: number } & Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const load = () => {
    setBusy(true);
    download(getExportFile, { id: props.id })
      .catch(tellError)
      .finally(() => setBusy(false));
  };
  return (
    <Button
      variant={props.variant ?? 'default'}
      leftSection={<IconDownload size={20} aria-hidden />}
      loading={busy}
      onClick={load}
      aria-label={t('billing.exports.downloadNumber', { number: props.number })}
    >
      {t('billing.exports.download')}
    </Button>
  );
}
