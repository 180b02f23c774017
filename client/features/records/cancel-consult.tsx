import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { getCase, listCases } from '../../../server/modules/records/contract.ts';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import {
  type CancelReason,
  cancelBooking,
  viewBooking,
} from '../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { tellDone } from '../../ui/tell.tsx';

type Reason = z.infer<typeof CancelReason>;
const reasons = {
  requester: ['no_longer_needed', 'patient_unable', 'other'],
  provider: ['practitioner_unable', 'other'],
} as const satisfies Record<ConsultRequest['side'], readonly Reason[]>;

/**
 * Calls the appointment off after asking why; the question names patient and time.
 * @param following how many later times of its series there are: they may go with it
 */
export function CancelConsult({ request, following }: { request: ConsultRequest; following: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [all, setAll] = useState(false);
  const cancel = useSend(cancelBooking, {
    refresh: [getCase, listCases, viewBooking],
    onSuccess: ({ cancelled }) => {
      close();
      tellDone(t('records.cancel.done', { count: cancelled.length }));
    },
  });
  const { bookingId, plannedStart, patient } = request;
  if (bookingId === null || plannedStart === null) return null;
  const send = () => {
    if (!reason) return;
    cancel.mutate({ id: bookingId, reason, note: note.trim() || null, following: all && following > 0 });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconCalendarX size={20} aria-hidden />} onClick={open}>
        {t('records.cancel.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
        title={t('records.cancel.question', {
          name: `${patient.givenName} ${patient.familyName}`,
          day: formats.longDate(plannedStart),
          time: formats.time(plannedStart),
        })}
      >
        <Stack>
          <Radio.Group
            label={t('records.cancel.why')}
            required
            value={reason}
            onChange={(value) => setReason(reasons[request.side].find((one) => one === value) ?? null)}
          >
            <Stack gap={0} mt={4}>
              {reasons[request.side].map((one) => (
                <Radio key={one} value={one} label={t(`records.reason.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {following > 0 && (
            <Radio.Group
              label={t('records.cancel.scope')}
              value={all ? 'all' : 'one'}
              onChange={(value) => setAll(value === 'all')}
            >
              <Stack gap={0} mt={4}>
                <Radio value="one" label={t('records.cancel.onlyThis')} />
                <Radio value="all" label={t('records.cancel.following', { count: following })} />
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            label={t('records.cancel.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          {cancel.isError && <ErrorState error={cancel.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('records.cancel.keep')}
            </Button>
            <Button color="red" disabled={reason === null} loading={cancel.isPending} onClick={send}>
              {t('records.cancel.button')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
