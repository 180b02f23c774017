import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ConsultRequest, getRequest } from '../../../server/modules/requests/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { RequestPictures } from '../../ui/request-pictures.tsx';

/** What was asked, beside the video. */
export function RequestPanel({ requestId }: { requestId: string }) {
  // Each look is recorded; during a consultation the request itself does not change.
  const request = useLoad(getRequest, { id: requestId }, { staleTime: Number.POSITIVE_INFINITY });
  return <Loaded query={request}>{(loaded) => <Asked request={loaded} />}</Loaded>;
}

function Asked({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const { patient, requester } = request;
  const said = (text: string | null) =>
    t(text === null ? 'consultation.request.notAsked' : 'consultation.request.none');
  const items = [
    ...(request.background
      ? [{ label: t('consultation.request.background'), value: request.background }]
      : []),
    {
      label: t('consultation.request.diagnoses'),
      value:
        request.diagnoses.map(({ code, title }) => `${code} ${title}`).join('; ') ||
        t('consultation.request.none'),
    },
    { label: t('consultation.request.medication'), value: request.medication || said(request.medication) },
    {
      label: t('consultation.request.from'),
      value: [requester.practitioner?.name ?? requester.person.name, requester.organisation.name].join(', '),
    },
  ];
  return (
    <Stack gap="lg">
      <PatientBanner
        patient={{ ...patient, place: [patient.organisation.name, patient.room].filter(Boolean).join(' · ') }}
      />
      <Title order={2}>{request.question}</Title>
      <Facts items={items} />
      <RequestPictures requestId={request.id} />
    </Stack>
  );
}
