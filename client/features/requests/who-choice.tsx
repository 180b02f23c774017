import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { OptionCards } from './option-cards.tsx';
import type { RequestDraftHandle } from './request-draft.ts';

/** Whom of a specialty: whoever has time first, a department, or a certain physician; each with the next free time. */
export function WhoChoice(props: { draft: RequestDraftHandle; specialtyCode: string }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const query = useLoad(findFreeTimes, { specialtyCode: props.specialtyCode, limit: 1000 }, { keep: false });
  const chosen = value.practitionerId ?? value.departmentId ?? 'anyone';
  return (
    <Panel>
      <Loaded query={query} waiting={<Skeleton height={120} radius="md" />}>
        {({ times, practitioners }) => {
          const departments = [...new Map(practitioners.map((one) => [one.department.id, one])).values()];
          const next = (mine: (practitionerId: string) => boolean) => {
            const first = times.find((time) => mine(time.practitionerId ?? ''));
            return first ? <Time at={first.startAt} show="clock" /> : t('requests.who.nothingFree');
          };
          const inDepartment = (id: string) =>
            next((who) => practitioners.some((one) => one.id === who && one.department.id === id));
          return (
            <OptionCards
              legend={t('requests.who.whom')}
              width="18rem"
              value={chosen}
              onChange={(id) =>
                patch({
                  departmentId: departments.some((one) => one.department.id === id) ? id : null,
                  practitionerId: practitioners.some((one) => one.id === id) ? id : null,
                  hold: null,
                })
              }
              options={[
                { value: 'anyone', label: t('requests.who.anyone'), hint: next(() => true) },
                ...(departments.length > 1 ? departments : []).map(({ department, organisation }) => ({
                  value: department.id,
                  label: t('requests.who.department', {
                    department: department.name,
                    house: organisation.name,
                  }),
                  hint: inDepartment(department.id),
                })),
                ...practitioners.map((one) => ({
                  value: one.id,
                  label: one.name,
                  hint: next((who) => who === one.id),
                })),
              ]}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
}
