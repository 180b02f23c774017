import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listResidents } from '../../../../server/modules/patients/contract.ts';
import {
  getUrgentRequest,
  WithdrawReason,
  withdrawUrgentRequest,
} from '../../../../server/modules/triage/contract.ts';
import { useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { ChoiceTiles } from '../choice-tiles.tsx';

/** Takes the request back, with a reason. */
export function WithdrawButton(props: { requestId: string; name: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState<WithdrawReason | null>(null);
  const [note, setNote] = useState('');
  const send = useSend(withdrawUrgentRequest, {
    refresh: [getUrgentRequest, listResidents],
    onSuccess: close,
  });
  return (
    <>
      <Button
        variant="default"
        size="lg"
        leftSection={<IconArrowBackUp size={22} aria-hidden />}
        onClick={open}
      >
        {t('triage.withdraw.action')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('triage.withdraw.question', { name: props.name })}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <Text>{t('triage.withdraw.hint')}</Text>
          <ChoiceTiles
            label={t('triage.withdraw.reason')}
            flat
            width="14rem"
            choices={WithdrawReason.options.map((value) => ({ value, label: t(`triage.withdraw.${value}`) }))}
            chosen={reason ? [reason] : []}
            onToggle={setReason}
          />
          <Textarea
            label={t('triage.withdraw.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={400}
            autosize
            minRows={2}
          />
          {send.isError && <ErrorState error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('triage.withdraw.keep')}
            </Button>
            <Button
              color="red"
              disabled={reason === null}
              loading={send.isPending}
              onClick={() =>
                reason && send.mutate({ requestId: props.requestId, reason, note: note.trim() || null })
              }
            >
              {t('triage.withdraw.action')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
