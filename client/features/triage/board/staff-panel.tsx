import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dutyChanged, listStaff, type StaffMember } from '../../../../server/modules/triage/duty-contract.ts';
import { onCallChanged } from '../../../../server/modules/triage/on-call-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import classes from './staff-panel.module.css';
import { staffState, staffTones } from './staff-state.ts';

/** Who of the department can be reached now, those on call first. A lost line shows within 15 s. */
export function StaffPanel() {
  const { t } = useTranslation();
  const query = useLoad(listStaff, {}, { refetchInterval: 15_000 });
  useLive(dutyChanged, [keyOf(listStaff)]);
  useLive(onCallChanged, [keyOf(listStaff)]);
  return (
    <Panel title={t('triage.staff.title')} flush>
      <Loaded query={query} rows={4}>
        {({ staff }) =>
          staff.length === 0 ? (
            <Text p="lg">{t('triage.staff.none')}</Text>
          ) : (
            <ul className={classes.staff}>
              {staff.map((one) => (
                <Member key={one.accountId} one={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Member({ one }: { one: StaffMember }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const state = staffState(one);
  const part = one.onCall ? t(`triage.onCall.levels.${one.onCall}`) : t(`triage.staff.role.${one.role}`);
  return (
    <li>
      <span className={classes.words}>
        <span className={classes.name}>{one.name}</span>
        <span className={classes.soft}>{part}</span>
      </span>
      <StatusBadge tone={staffTones(one)}>
        {t(`triage.staff.state.${state}`, { at: one.until ? time(one.until) : '' })}
      </StatusBadge>
    </li>
  );
}
