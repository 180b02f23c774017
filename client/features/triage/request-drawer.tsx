import { Drawer, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  getUrgentRequest,
  queueChanged,
  type UrgentRequest,
} from '../../../server/modules/triage/contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { ClaimActions } from './claim-actions.tsx';
import { RequestDetails } from './request-details.tsx';

/** The whole request beside the queue: patient, ISBAR, values over time, diagnoses, medication. */
export function RequestDrawer(props: { requestId: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={props.requestId !== null}
      onClose={props.onClose}
      position="right"
      size="min(100vw, 56rem)"
      title={t('triage.details.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {props.requestId !== null && <Content requestId={props.requestId} onClose={props.onClose} />}
    </Drawer>
  );
}

function Content(props: { requestId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { requestId } = props;
  const query = useLoad(getUrgentRequest, { requestId }, { keep: false });
  useLive(queueChanged, [keyOf(getUrgentRequest)]);
  const claims = useUser().role === 'specialist';
  return (
    <Loaded query={query}>
      {(urgent: UrgentRequest) => (
        <Stack gap="lg">
          <PatientBanner
            patient={{
              ...urgent.request.patient,
              place: [
                urgent.request.requester.organisation.name,
                urgent.request.patient.room && t('triage.room', { room: urgent.request.patient.room }),
              ]
                .filter(Boolean)
                .join(' · '),
            }}
          />
          <Group gap="sm">
            <ClaimActions urgent={urgent} claims={claims} onDone={props.onClose} />
          </Group>
          <RequestDetails urgent={urgent} />
        </Stack>
      )}
    </Loaded>
  );
}
