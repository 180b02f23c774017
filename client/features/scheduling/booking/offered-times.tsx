import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { TimeButtons } from './time-buttons.tsx';
import type { TimeChoice } from './time-choice.ts';

/** Free times that the server offers instead of one that was just taken. */
export function OfferedTimes(props: {
  times: readonly FreeTime[];
  departmentId: string;
  onChoose: (choice: TimeChoice) => void;
}) {
  const { t } = useTranslation();
  const [first] = props.times;
  const day = dayOf(first?.startAt ?? new Date().toISOString());
  // Only for the names of the people.
  const named = useLoad(findFreeTimes, {
    departmentId: props.departmentId,
    from: day,
    until: addDays(day, 1),
  });
  return (
    <TimeButtons
      times={props.times}
      named={named.data ?? { practitioners: [], pools: [] }}
      label={t('scheduling.choose.nearest')}
      onChoose={props.onChoose}
    />
  );
}
