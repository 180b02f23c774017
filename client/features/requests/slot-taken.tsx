import { Alert } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { type Whom, whoseOf } from './find.ts';
import { NearestTimes } from './nearest-times.tsx';
import { type Offer, offerOf } from './offer.ts';

/** Somebody was faster: no blame, and three ways on. */
export function SlotTaken(props: {
  nearest: readonly FreeTime[];
  whom: Whom;
  onChoose: (offer: Offer) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const { departmentId } = props.whom;
  // The nearest are the department's, whomever of it was asked for.
  const known = useLoad(findFreeTimes, {
    ...(departmentId ? { departmentId } : whoseOf(props.whom)),
    limit: 1,
  }).data;
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconCalendarX aria-hidden />}
      title={t(props.nearest.length > 0 ? 'requests.time.taken' : 'requests.time.takenNone')}
    >
      <NearestTimes
        offers={props.nearest.map((one) => offerOf(one, known ?? { practitioners: [], pools: [] }))}
        onChoose={props.onChoose}
        busy={props.busy}
      />
    </Alert>
  );
}
