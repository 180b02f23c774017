import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import { type ConsultRequest, getRequest } from '../../../../server/modules/requests/contract.ts';
import type { bookSeries } from '../../../../server/modules/scheduling/series-contract.ts';
import { paths } from '../../../lib/paths.ts';
import { useLoad } from '../../../lib/query.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PatientBanner } from '../../../ui/patient-banner.tsx';
import { SeriesBooked } from './series-booked.tsx';
import { SeriesForm } from './series-form.tsx';

/** Follow-ups of a consult with the same person: every so many weeks at the same time on the clock on the wall. */
export function SeriesPage(props: { requestId: string }) {
  const { t } = useTranslation();
  const query = useLoad(getRequest, { id: props.requestId });
  return (
    <Loaded query={query}>
      {(request) => (
        <>
          <PageHeader
            title={t('requests.series.title')}
            description={[request.provider.practitioner?.name, request.provider.organisation.name]
              .filter(Boolean)
              .join(' · ')}
            back={paths.consult(request.id)}
          />
          <Series request={request} />
        </>
      )}
    </Loaded>
  );
}

function Series({ request }: { request: ConsultRequest }) {
  const [booked, setBooked] = useState<Reply<typeof bookSeries> | null>(null);
  return (
    <Stack gap="lg">
      <PatientBanner patient={{ ...request.patient, place: request.patient.room }} />
      {booked ? (
        <SeriesBooked booked={booked} requestId={request.id} />
      ) : (
        <SeriesForm request={request} onBooked={setBooked} />
      )}
    </Stack>
  );
}
