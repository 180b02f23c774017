import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBigUpLines, IconSortDescending } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest } from '../../../../server/modules/triage/contract.ts';
import { OrderReason, orderUrgentRequest } from '../../../../server/modules/triage/ladder-contract.ts';
import { listQueue } from '../../../../server/modules/triage/queue-contract.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { tellDone, tellError } from '../../../ui/tell.tsx';
import { ChoiceTiles } from '../choice-tiles.tsx';

/** Puts a waiting request on top against the rule, with a reason that everybody sees, or back. */
export function OrderMenu({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState<OrderReason | null>(null);
  const [note, setNote] = useState('');
  const queue = useLoad(listQueue, {});
  const isOnTop = queue.data?.items.some((item) => item.requestId === requestId && item.override) ?? false;
  const refresh = [listQueue, getUrgentRequest];
  const send = useSend(orderUrgentRequest, {
    refresh,
    onSuccess: () => {
      close();
      tellDone(t('triage.order.done'));
    },
  });
  const back = useSend(orderUrgentRequest, {
    refresh,
    onSuccess: () => tellDone(t('triage.order.back')),
    onError: tellError,
  });
  if (isOnTop) {
    return (
      <Button
        variant="default"
        size="lg"
        leftSection={<IconSortDescending size={22} aria-hidden />}
        loading={back.isPending}
        onClick={() => back.mutate({ requestId, place: 'rule' })}
      >
        {t('triage.order.toRule')}
      </Button>
    );
  }
  const complete = reason !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <>
      <Button
        variant="default"
        size="lg"
        leftSection={<IconArrowBigUpLines size={22} aria-hidden />}
        onClick={open}
      >
        {t('triage.order.toTop')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('triage.order.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          {/* Read out with the group. */}
          <Text fw={620} aria-hidden>
            {t('triage.order.why')}
          </Text>
          <ChoiceTiles
            label={t('triage.order.why')}
            flat
            width="14rem"
            choices={OrderReason.options.map((one) => ({
              value: one,
              label: t(`triage.order.reason.${one}`),
            }))}
            chosen={reason ? [reason] : []}
            onToggle={setReason}
          />
          <TextInput
            label={t('triage.order.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={200}
          />
          {send.isError && <ErrorState error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button
              disabled={!complete}
              loading={send.isPending}
              onClick={() => send.mutate({ requestId, place: 'top', reason, note: note.trim() || null })}
            >
              {t('triage.order.toTop')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
