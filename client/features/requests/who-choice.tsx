import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { NextTime } from './find/next-time.tsx';
import { OptionCards } from './option-cards.tsx';
import type { RequestDraftHandle } from './request-draft.ts';
import { TeamChoice } from './team-choice.tsx';

type Specialty = Reply<typeof nextFreeTimes>['specialties'][number];
const anyone = 'anyone';

/** Whom of a specialty: whoever has time first, or a department, each with its next free time and who waits there. */
export function WhoChoice(props: { draft: RequestDraftHandle; specialty: Specialty | undefined }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const { specialty } = props;
  if (!specialty) return <Skeleton height={120} radius="md" />;
  const [only] = specialty.departments;
  const team = specialty.departments.length === 1 ? only?.id : value.departmentId;
  return (
    <>
      {specialty.departments.length > 1 && (
        <Panel>
          <OptionCards
            legend={t('requests.who.where')}
            width="21rem"
            value={value.departmentId ?? anyone}
            onChange={(id) =>
              patch({
                departmentId: id === anyone ? null : id,
                poolId: null,
                practitionerId: null,
                hold: null,
              })
            }
            options={[
              { value: anyone, label: t('requests.who.anyone'), hint: <NextTime next={specialty.next} /> },
              ...specialty.departments.map(({ id, name, organisation, next, waiting }) => ({
                value: id,
                label: t('requests.who.department', { department: name, house: organisation.name }),
                hint: <NextTime next={next} waiting={waiting} />,
              })),
            ]}
          />
        </Panel>
      )}
      {team && <TeamChoice key={team} draft={props.draft} departmentId={team} />}
    </>
  );
}
