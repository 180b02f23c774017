import { Button, Modal } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createExport,
  type ExportBatch,
  getSums,
  listEvents,
  listExports,
  listQuarters,
} from '../../../server/modules/billing/contract.ts';
import { useSend } from '../../lib/query.ts';
import classes from './billing.module.css';
import { ExportDone } from './export-done.tsx';
import { ExportPreview } from './export-preview.tsx';
import { quarterName } from './quarter-choice.tsx';

/** The button, the preview behind it, and what was made of it. */
export function CreateExport(props: { quarter: string; ready: number }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [made, setMade] = useState<ExportBatch | null>(null);
  const onPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const send = useSend(createExport, {
    refresh: [listEvents, listExports, getSums, listQuarters],
    onSuccess: setMade,
  });
  const begin = () => {
    send.reset();
    setMade(null);
    open();
  };
  return (
    <>
      <Button
        className={classes.screenOnly}
        leftSection={<IconArchive size={20} aria-hidden />}
        onClick={begin}
        disabled={props.ready === 0}
        title={props.ready === 0 ? t('billing.create.nothing') : undefined}
      >
        {t('billing.create.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size={900}
        fullScreen={onPhone}
        title={
          made
            ? t('billing.create.done', { number: made.number })
            : t('billing.create.subtitle', { quarter: quarterName(props.quarter, t) })
        }
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {made ? (
          <ExportDone batch={made} onClose={close} />
        ) : (
          <ExportPreview
            quarter={props.quarter}
            error={send.error}
            busy={send.isPending}
            onCancel={close}
            onRenew={send.reset}
            onConfirm={(expected) => send.mutate({ quarter: props.quarter, expected })}
          />
        )}
      </Modal>
    </>
  );
}
