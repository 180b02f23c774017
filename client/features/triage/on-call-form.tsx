import { Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPractitioners } from '../../../server/modules/directory/contract.ts';
import { listStaff } from '../../../server/modules/triage/duty-contract.ts';
import {
  changeOnCallShift,
  createOnCallShift,
  listOnCall,
  listOnCallGaps,
  type OnCallShift,
} from '../../../server/modules/triage/on-call-contract.ts';
import { getBoard } from '../../../server/modules/triage/queue-contract.ts';
import { CallError } from '../../lib/call-error.ts';
import { fieldText } from '../../lib/error-text.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { addDays, dayOf, instantOf, wallTimeOf } from '../../lib/zone.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** One shift: who, as what, from when until when on the region's clock. */
export function OnCallForm(props: {
  departmentId: string;
  shift: OnCallShift | null;
  /** What a new one begins with: a gap. */
  fill?: Pick<OnCallShift, 'level' | 'startAt' | 'endAt'>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { shift, onClose } = props;
  const given = shift ?? props.fill;
  const today = dayOf(new Date().toISOString());
  const [practitionerId, setPractitioner] = useState(shift?.practitioner.id ?? null);
  const [level, setLevel] = useState<OnCallShift['level']>(given?.level ?? 'primary');
  const [from, setFrom] = useState<string | null>(given ? wallTimeOf(given.startAt) : `${today} 18:00:00`);
  const [until, setUntil] = useState<string | null>(
    given ? wallTimeOf(given.endAt) : `${addDays(today, 1)} 08:00:00`,
  );
  const people = useLoad(listPractitioners, { id: props.departmentId });
  const done = { refresh: [listOnCall, listOnCallGaps, listStaff, getBoard], onSuccess: onClose };
  const create = useSend(createOnCallShift, done);
  const change = useSend(changeOnCallShift, done);
  const error = shift ? change.error : create.error;
  const fields = error instanceof CallError ? error.fields : {};
  const errorOf = (name: string) => (fields[name] ? fieldText(t, fields[name]) : undefined);
  const ready = practitionerId !== null && from !== null && until !== null;
  const save = () => {
    if (!ready) return;
    const entered = { practitionerId, level, startAt: instantOf(from), endAt: instantOf(until) };
    if (shift) change.mutate({ ...entered, id: shift.id });
    else create.mutate(entered);
  };
  const dateFormat = useLocale() === 'de' ? 'DD.MM.YYYY HH:mm' : 'DD/MM/YYYY HH:mm';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(shift ? 'triage.onCall.change' : 'triage.onCall.add')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack>
        <Select
          label={t('triage.onCall.person')}
          data={(people.data?.practitioners ?? []).map(({ id, displayName }) => ({
            value: id,
            label: displayName,
          }))}
          value={practitionerId}
          onChange={setPractitioner}
          error={errorOf('practitionerId')}
          searchable
          required
        />
        <SegmentedControl
          fullWidth
          value={level}
          onChange={(value) => setLevel(value === 'deputy' ? 'deputy' : 'primary')}
          data={(['primary', 'deputy'] as const).map((value) => ({
            value,
            label: t(`triage.onCall.levels.${value}`),
          }))}
        />
        <DateTimePicker
          label={t('triage.onCall.from')}
          valueFormat={dateFormat}
          value={from}
          onChange={setFrom}
          error={errorOf('startAt')}
          required
        />
        <DateTimePicker
          label={t('triage.onCall.until')}
          valueFormat={dateFormat}
          value={until}
          onChange={setUntil}
          error={errorOf('endAt')}
          required
        />
        {error && Object.keys(fields).length === 0 && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button onClick={save} disabled={!ready} loading={create.isPending || change.isPending}>
            {t('triage.onCall.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
