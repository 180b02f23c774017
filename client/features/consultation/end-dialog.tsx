import { Button, Checkbox, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  closeConsultation,
  getRoom,
  Outcome,
  type Room,
} from '../../../server/modules/consultation/contract.ts';
import { useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** Asked of the consultant: for everyone or alone, what became of the patient, and whether it went on by phone. */
export function EndDialog(props: {
  room: Room;
  consultationId: string;
  /** Null while nothing is asked. */
  asked: { byPhone: boolean } | null;
  onClose: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.asked !== null}
      onClose={props.onClose}
      title={t('consultation.leave.question')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Choices {...props} />
    </Modal>
  );
}

function Choices({ room, consultationId, asked, onLeave }: Parameters<typeof EndDialog>[0]) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [byPhone, setByPhone] = useState(asked?.byPhone ?? false);
  const end = useSend(closeConsultation, { refresh: [getRoom] });
  return (
    <Stack>
      {room.kind === 'urgent' && (
        <Select
          label={t('consultation.leave.outcome')}
          placeholder={t('consultation.leave.outcomeNone')}
          data={Outcome.options.map((value) => ({ value, label: t(`consultation.leave.outcomes.${value}`) }))}
          value={outcome}
          onChange={(value) => setOutcome(Outcome.safeParse(value).data ?? null)}
          clearable
        />
      )}
      <Checkbox
        label={t('consultation.leave.byPhone')}
        checked={byPhone}
        onChange={(event) => setByPhone(event.currentTarget.checked)}
      />
      {end.isError && <ErrorState error={end.error} />}
      <Button
        color="red"
        size="lg"
        loading={end.isPending}
        onClick={() => end.mutate({ id: consultationId, outcome, byPhone })}
      >
        {t('consultation.leave.forAll')}
      </Button>
      <Button variant="default" size="lg" onClick={onLeave}>
        {t('consultation.leave.onlyMe')}
      </Button>
    </Stack>
  );
}
