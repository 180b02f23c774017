import { Drawer, Group, Stack, Title } from '@mantine/core';
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
import { HelpersPanel } from './queue/helpers-panel.tsx';
import { RequestDetails } from './request-details.tsx';
import { RequestMessages } from './waiting/request-messages.tsx';

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
          <section>
            <Title order={3} mb="xs">
              {t('triage.messages.title')}
            </Title>
            <RequestMessages
              requestId={requestId}
              messages={urgent.messages}
              as="question"
              closed={!isOpen(urgent)}
            />
          </section>
          <RequestDetails urgent={urgent} />
          {isOpen(urgent) && (
            <section>
              <Title order={3} mb="xs">
                {t('triage.helper.title')}
              </Title>
              <HelpersPanel urgent={urgent} onDone={props.onClose} />
            </section>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

const isOpen = ({ request }: UrgentRequest): boolean =>
  ['waiting', 'accepted', 'in_consultation'].includes(request.status);
