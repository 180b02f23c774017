import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPractitioners } from '../../../../server/modules/directory/contract.ts';
import {
  listOnCallSwaps,
  type OnCallShift,
  offerOnCallSwap,
} from '../../../../server/modules/triage/on-call-contract.ts';
import { CallError } from '../../../lib/call-error.ts';
import { fieldText } from '../../../lib/error-text.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { useShiftWords } from './shift-words.tsx';
import { shiftsOf } from './swap-side.ts';

/** Offers an own shift to a colleague, alone or in exchange for one of theirs; until they accept nothing changes. */
export function OfferSwap(props: {
  shift: OnCallShift;
  shifts: readonly OnCallShift[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = useShiftWords();
  const now = useNow();
  const { shift, onClose } = props;
  const [to, setTo] = useState<string | null>(null);
  const [inReturn, setInReturn] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const people = useLoad(listPractitioners, { id: shift.departmentId });
  const send = useSend(offerOnCallSwap, {
    refresh: [listOnCallSwaps],
    onSuccess: (swap) => {
      tellDone(t('triage.swap.offered', { name: swap.to.name }));
      onClose();
    },
  });
  const fields = send.error instanceof CallError ? send.error.fields : {};
  const errorOf = (name: string) => (fields[name] ? fieldText(t, fields[name]) : undefined);
  const theirs = shiftsOf(props.shifts, [], to, now);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('triage.swap.offer')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack>
        <Text fw={620}>{words(shift)}</Text>
        <Select
          label={t('triage.swap.to')}
          data={(people.data?.practitioners ?? [])
            .filter(({ id }) => id !== shift.practitioner.id)
            .map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={to}
          onChange={(value) => [setTo(value), setInReturn(null)]}
          error={errorOf('toPractitionerId')}
          searchable
          required
        />
        <Select
          label={t('triage.swap.return')}
          description={to !== null && theirs.length === 0 ? t('triage.swap.noReturn') : undefined}
          placeholder={t('triage.swap.nothing')}
          data={theirs.map((one) => ({ value: one.shift.id, label: words(one.shift) }))}
          value={inReturn}
          onChange={setInReturn}
          error={errorOf('inReturnShiftId')}
          disabled={theirs.length === 0}
          clearable
        />
        <TextInput
          label={t('triage.swap.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={200}
        />
        {send.isError && (Object.keys(fields).length === 0 || errorOf('shiftId')) && (
          <ErrorState error={send.error} />
        )}
        <Text c="dimmed">{t('triage.swap.untilThen')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            disabled={to === null}
            loading={send.isPending}
            onClick={() =>
              to &&
              send.mutate({
                shiftId: shift.id,
                toPractitionerId: to,
                inReturnShiftId: inReturn,
                note: note.trim() || null,
              })
            }
          >
            {t('triage.swap.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
