import { Alert, Group } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { type Whom, whoseOf } from '../find/find.ts';
import { type Offer, offerOf } from '../find/offer.ts';
import { NearestTimes } from './nearest-times.tsx';
import type { RefusedTime } from './refused-time.ts';

/** The time cannot be had, most often because somebody was faster: no blame, and up to three ways on. */
export function SlotTaken(props: {
  refused: RefusedTime;
  whom: Whom;
  onChoose: (offer: Offer) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const { departmentId } = props.whom;
  const { code, nearest } = props.refused;
  // The nearest are the department's, whomever of it was asked for.
  const known = useLoad(findFreeTimes, {
    ...(departmentId ? { departmentId } : whoseOf(props.whom)),
    limit: 1,
  }).data;
  const next = nearest.length > 0 ? 'requests.time.nearest' : 'requests.time.chooseOther';
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconCalendarX aria-hidden />}
      title={t('requests.time.refused', { why: t(`errors.${code}`), next: t(next) })}
    >
      <Group gap="sm">
        <NearestTimes
          offers={nearest.map((one) => offerOf(one, known ?? { practitioners: [], pools: [] }))}
          onChoose={props.onChoose}
          busy={props.busy}
        />
      </Group>
    </Alert>
  );
}
