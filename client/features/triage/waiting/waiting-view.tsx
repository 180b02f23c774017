import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHeartRateMonitor } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { requestsChanged } from '../../../../server/modules/requests/contract.ts';
import { getUrgentRequest, queueChanged } from '../../../../server/modules/triage/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PatientBanner } from '../../../ui/patient-banner.tsx';
import { Additions } from '../additions.tsx';
import { HelpNumbers } from '../help-numbers.tsx';
import { scoredOf } from '../scored-of.ts';
import { VitalsTable } from '../vitals-table.tsx';
import { AddValues } from './add-values.tsx';
import { AmbulanceButton } from './ambulance-button.tsx';
import { RequestLine } from './request-line.tsx';
import { RequestMessages } from './request-messages.tsx';
import classes from './waiting.module.css';
import { WaitingState } from './waiting-state.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

/** After sending: what happens now in one sentence, what comes, whom to call instead. Never a dead end. */
export function WaitingView() {
  const { t } = useTranslation();
  const { requestId = '' } = useParams();
  const [adding, { open, close }] = useDisclosure(false);
  // Facts come at once; the slow round is for a line that broke unseen.
  const query = useLoad(getUrgentRequest, { requestId }, { refetchInterval: 15_000 });
  const status = query.data?.request.status;
  // Entries are kept: the way into the room is what matters now.
  useEffect(() => {
    if (status === 'accepted') close();
  }, [status, close]);
  useLive(queueChanged, [keyOf(getUrgentRequest)]);
  useLive(requestsChanged, [keyOf(getUrgentRequest)]);
  return (
    <>
      <PageHeader title={t('triage.waiting.title')} back={paths.residents} actions={<HelpNumbers />} />
      <Loaded query={query}>
        {(urgent) => {
          const { request } = urgent;
          const open_ = ['waiting', 'accepted', 'in_consultation'].includes(request.status);
          return (
            <Stack gap="md">
              <PatientBanner
                patient={{
                  ...request.patient,
                  place: request.patient.room ? t('triage.room', { room: request.patient.room }) : null,
                }}
              />
              <WaitingState urgent={urgent} />
              {(urgent.messages.length > 0 || request.status === 'waiting') && (
                <Panel title={t('triage.messages.title')}>
                  <RequestMessages
                    requestId={requestId}
                    messages={urgent.messages}
                    as="answer"
                    closed={!open_ || urgent.messages.length === 0}
                  />
                  {urgent.messages.length === 0 && <Text c="dimmed">{t('triage.messages.none')}</Text>}
                </Panel>
              )}
              {urgent.additions.length > 0 && (
                <Panel title={t('triage.add.added')}>
                  <Additions additions={urgent.additions} />
                </Panel>
              )}
              <div className={classes.two}>
                <Panel title={t('triage.waiting.line')}>
                  <RequestLine urgent={urgent} />
                </Panel>
                <Panel
                  title={t('triage.vitals.title')}
                  actions={
                    open_ && (
                      <Button
                        variant="light"
                        leftSection={<IconHeartRateMonitor size={22} aria-hidden />}
                        onClick={open}
                      >
                        {t('triage.waiting.addValues')}
                      </Button>
                    )
                  }
                >
                  <VitalsTable sets={urgent.vitalSigns} scored={scoredOf(urgent)} patient={request.patient} />
                </Panel>
              </div>
              {(request.status === 'waiting' || request.status === 'accepted') && (
                <Group justify="flex-end">
                  <AmbulanceButton
                    requestId={requestId}
                    calledAt={urgent.ambulanceCalledAt}
                    name={`${request.patient.givenName} ${request.patient.familyName}`}
                  />
                  <WithdrawButton
                    requestId={requestId}
                    name={`${request.patient.givenName} ${request.patient.familyName}`}
                  />
                </Group>
              )}
              <AddValues urgent={urgent} opened={adding} onClose={close} />
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}
