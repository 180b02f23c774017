import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest, type UrgentRequest } from '../../../server/modules/triage/contract.ts';
import { listQueue } from '../../../server/modules/triage/queue-contract.ts';
import { decideOxygenScale, getOxygenScale } from '../../../server/modules/triage/scoring-contract.ts';
import { useSend } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Time } from '../../ui/time.tsx';

/** By which scale oxygen saturation is scored, and who decided so; a physician decides otherwise, with the reason. */
export function OxygenScaleLine({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const decides = useUser().role === 'specialist';
  const { oxygenScale, request } = urgent;
  const other = oxygenScale.scale === 1 ? 2 : 1;
  const decide = useSend(decideOxygenScale, {
    refresh: [getUrgentRequest, listQueue, getOxygenScale],
    onSuccess: () => {
      setNote('');
      close();
    },
  });
  if (urgent.pregnant) return <Text>{t('triage.news2.notFor.pregnant')}</Text>;
  return (
    <Group gap="sm">
      <Text c="dimmed">
        {t(`triage.oxygenScale.now.${oxygenScale.scale}`)}
        {oxygenScale.decidedAt && (
          <>
            {' '}
            {t('triage.oxygenScale.by', { name: oxygenScale.decidedBy ?? '', note: oxygenScale.note ?? '' })}{' '}
            <Time at={oxygenScale.decidedAt} />
          </>
        )}
      </Text>
      {decides && (
        <Button variant="subtle" onClick={open}>
          {t(`triage.oxygenScale.to.${other}`)}
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={t(`triage.oxygenScale.to.${other}`)}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <Text>{t(`triage.oxygenScale.means.${other}`)}</Text>
          <Textarea
            label={t('triage.oxygenScale.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={300}
            required={other === 2}
            autosize
            minRows={2}
          />
          {decide.isError && <ErrorState error={decide.error} />}
          <Group justify="flex-end">
            <Button
              loading={decide.isPending}
              disabled={other === 2 && note.trim() === ''}
              onClick={() =>
                decide.mutate({ patientId: request.patient.id, scale: other, note: note.trim() || null })
              }
            >
              {t('triage.oxygenScale.decide')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
