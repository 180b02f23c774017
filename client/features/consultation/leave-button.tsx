import { Button, Checkbox, Modal, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPhoneOff } from '@tabler/icons-react';
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
import { BarButton } from './bar-button.tsx';

/** Whoever goes, goes at once; the consultant is asked whether it ends for everyone. */
export function LeaveButton(props: { room: Room; consultationId: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const { mayClose } = props.room;
  return (
    <>
      <BarButton
        icon={IconPhoneOff}
        label={t('consultation.bar.leave')}
        tone="danger"
        onClick={mayClose ? open : props.onLeave}
        {...(mayClose ? { 'aria-haspopup': 'dialog', 'aria-expanded': opened } : {})}
      />
      <Modal
        opened={opened}
        onClose={close}
        title={t('consultation.leave.question')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Ending {...props} />
      </Modal>
    </>
  );
}

function Ending({ room, consultationId, onLeave }: Parameters<typeof LeaveButton>[0]) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [byPhone, setByPhone] = useState(false);
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
