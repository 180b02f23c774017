import { useTranslation } from 'react-i18next';
import type { Attendance } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { Facts } from '../../../ui/facts.tsx';

/** Who came when, and how much too late; corrections name who corrected and why. */
export function AttendanceFacts(props: { attendance: Attendance; requester: string; provider: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { attendance } = props;
  const { missedBy, corrected } = attendance;
  const came = (side: 'requester' | 'provider') => {
    const at = attendance[`${side}JoinedAt`];
    const late = attendance[`${side}Late`];
    if (missedBy === side || missedBy === 'both') return t('scheduling.attendance.notThere');
    if (at === null) return t('scheduling.attendance.unknown');
    const since = t('scheduling.attendance.cameAt', { time: formats.time(at) });
    return late === null ? since : `${since} · ${t('scheduling.attendance.late', { count: late })}`;
  };
  return (
    <Facts
      items={[
        { label: props.requester, value: came('requester') },
        { label: props.provider, value: came('provider') },
        ...(corrected
          ? [
              {
                label: t('scheduling.attendance.correctedLabel'),
                value: t('scheduling.attendance.correctedBy', {
                  name: corrected.by,
                  at: formats.dateTime(corrected.at),
                  reason: corrected.reason,
                }),
              },
            ]
          : []),
      ]}
    />
  );
}
