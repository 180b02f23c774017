import { Stack } from '@mantine/core';
import { getRequest } from '../../../server/modules/requests/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { RequestFacts } from './request-facts.tsx';

/** The request beside a running conversation: who it is about, what was asked. For the room's tab "Anfrage". */
export function RequestPanel(props: { requestId: string }) {
  const query = useLoad(getRequest, { id: props.requestId });
  return (
    <Loaded query={query}>
      {(request) => (
        <Stack>
          <PatientBanner
            patient={{
              ...request.patient,
              allergies: request.allergies ?? request.patient.allergies,
              place: [request.patient.organisation.name, request.patient.room].filter(Boolean).join(', '),
            }}
          />
          <RequestFacts request={request} />
        </Stack>
      )}
    </Loaded>
  );
}
