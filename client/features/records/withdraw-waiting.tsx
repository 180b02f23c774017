import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase, listCases } from '../../../server/modules/records/contract.ts';
import { leaveWaitingList, listWaiting } from '../../../server/modules/scheduling/waiting-contract.ts';
import { useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { tellDone } from '../../ui/tell.tsx';

const reasons = ['no_longer_needed', 'patient_unable', 'other'] as const;

/** Takes a waiting request back after asking why; the question names the patient. */
export function WithdrawWaiting(props: {
  entryId: string;
  patient: { givenName: string; familyName: string };
}) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const leave = useSend(leaveWaitingList, {
    refresh: [listWaiting, getCase, listCases],
    onSuccess: () => {
      close();
      tellDone(t('records.waiting.withdrawn'));
    },
  });
  const name = `${props.patient.givenName} ${props.patient.familyName}`;
  return (
    <>
      <Button variant="subtle" leftSection={<IconX size={20} aria-hidden />} onClick={open}>
        {t('records.waiting.withdraw')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
        title={t('records.waiting.question', { name })}
      >
        <Stack>
          <Radio.Group
            label={t('records.cancel.why')}
            required
            value={reason}
            onChange={(value) => setReason(reasons.find((one) => one === value) ?? null)}
          >
            <Stack gap={0} mt={4}>
              {reasons.map((one) => (
                <Radio key={one} value={one} label={t(`records.reason.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {leave.isError && <ErrorState error={leave.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('records.waiting.keep')}
            </Button>
            <Button
              color="red"
              disabled={reason === null}
              loading={leave.isPending}
              onClick={() => reason && leave.mutate({ id: props.entryId, reason })}
            >
              {t('records.waiting.withdraw')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
