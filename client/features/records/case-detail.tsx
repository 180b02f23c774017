import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { consultationChanged } from '../../../server/modules/consultation/contract.ts';
import { type Case, getCase, recordsChanged } from '../../../server/modules/records/contract.ts';
import { requestsChanged } from '../../../server/modules/requests/contract.ts';
import { waitingChanged } from '../../../server/modules/scheduling/waiting-contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { BookingPanel } from './booking-panel.tsx';
import { caseNumber } from './case-number.ts';
import { CaseOutcome } from './case-outcome.tsx';
import { CaseReport } from './case-report.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { NextStep } from './next-step.tsx';
import { RequestFacts } from './request-facts.tsx';

/** The chosen case: what to do next, the report, what happened, what was asked. */
export function CaseDetail(props: { requestId: string }) {
  const query = useLoad(getCase, { id: props.requestId }, { keep: false });
  const keys = [keyOf(getCase, { id: props.requestId })];
  useLive(requestsChanged, keys);
  useLive(recordsChanged, keys);
  useLive(consultationChanged, keys);
  useLive(waitingChanged, keys);
  return <Loaded query={query}>{(found) => <Shown found={found} />}</Loaded>;
}

function Shown({ found }: { found: Case }) {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  // Where the list is beside it, there is no way back to it.
  const isNarrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const { request } = found;
  const { patient } = request;
  const specialty = german ? request.specialty.nameDe : request.specialty.nameEn;
  const place = [
    patient.organisation.kind === 'care_home' || request.side === 'provider'
      ? patient.organisation.name
      : null,
    patient.room,
  ];
  // What is still to come stands above the report, what is over below it.
  const isAhead = request.status === 'planned' || request.status === 'in_consultation';
  const booking = request.bookingId !== null && request.plannedStart !== null && (
    <BookingPanel request={request} bookingId={request.bookingId} />
  );
  return (
    <Stack gap="md">
      <PageHeader
        title={t('records.case.title', { specialty, number: caseNumber(request.number) })}
        {...(isNarrow ? { back: paths.consults } : {})}
        description={
          <Text component="span">
            {request.side === 'requester'
              ? [request.provider.organisation.name, request.provider.practitioner?.name]
                  .filter(Boolean)
                  .join(' · ')
              : [request.requester.organisation.name, request.requester.practitioner?.name]
                  .filter(Boolean)
                  .join(' · ')}
          </Text>
        }
      />
      <PatientBanner
        patient={{
          ...patient,
          allergies: request.allergies ?? patient.allergies,
          place: place.filter(Boolean).join(', '),
        }}
      />
      <NextStep found={found} />
      <CaseOutcome found={found} />
      {isAhead && booking}
      <CaseReport found={found} />
      {!isAhead && booking}
      <Panel title={t('records.case.request')}>
        <RequestFacts request={request} />
      </Panel>
      <Panel title={t('records.case.timeline')}>
        <CaseTimeline found={found} />
      </Panel>
    </Stack>
  );
}
