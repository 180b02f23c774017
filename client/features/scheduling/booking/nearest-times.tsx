import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { nearestTimes } from './move-check.ts';
import { TimeButtons } from './time-buttons.tsx';
import type { TimeChoice } from './time-choice.ts';

/** The three free times of the department that are nearest to the one it was. */
export function NearestTimes(props: {
  departmentId: string;
  near: { practitionerId: string | null; startAt: string };
  onChoose: (choice: TimeChoice) => void;
}) {
  const { t } = useTranslation();
  const { near } = props;
  const today = dayOf(new Date(useNow()).toISOString());
  const day = dayOf(near.startAt);
  const week = addDays(day, -7);
  const from = week < today ? today : week;
  const until = addDays(day < today ? today : day, 15);
  const query = { departmentId: props.departmentId, from, until, limit: 1000 };
  const around = useLoad(findFreeTimes, query, { staleTime: 0 });
  if (!around.data || around.data.times.length === 0) return null;
  const found = around.data;
  const to = { practitionerId: near.practitionerId ?? '', startAt: near.startAt };
  return (
    <TimeButtons
      times={nearestTimes(found.times, to, 3)}
      named={found}
      label={t('scheduling.choose.nearest')}
      onChoose={props.onChoose}
    />
  );
}
