import { Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { NextTime } from './find/next-time.tsx';
import { OptionCards } from './option-cards.tsx';
import type { RequestDraftHandle } from './request-draft.ts';

const everybody = 'everybody';
/** More people than that are searched for by name. */
const many = 9;

/** Whom of a department: whoever has time first, whoever of a pool, or a certain physician. */
export function TeamChoice(props: { draft: RequestDraftHandle; departmentId: string }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const { departmentId } = props;
  const [typed, setTyped] = useState('');
  const query = useLoad(findFreeTimes, { departmentId, limit: 1000 }, { keep: false });
  return (
    <Panel>
      <Loaded query={query} waiting={<Skeleton height={120} radius="md" />}>
        {({ times, practitioners, pools }) => {
          const first = (mine: (time: FreeTime) => boolean) => times.find(mine) ?? null;
          const isFound = (name: string) => name.toLowerCase().includes(typed.trim().toLowerCase());
          const choose = (id: string) =>
            patch({
              departmentId,
              poolId: pools.some((one) => one.id === id) ? id : null,
              practitionerId: practitioners.some((one) => one.id === id) ? id : null,
              hold: null,
            });
          const poolHint = (id: string) => {
            const next = first((time) => time.poolId === id);
            return <NextTime next={next} people={next?.people ?? 1} />;
          };
          return (
            <>
              {practitioners.length > many && (
                <TextInput
                  mb="md"
                  aria-label={t('requests.who.search')}
                  placeholder={t('requests.who.search')}
                  leftSection={<IconSearch size={20} aria-hidden />}
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
              )}
              <OptionCards
                legend={t('requests.who.whom')}
                width="18rem"
                value={value.practitionerId ?? value.poolId ?? everybody}
                onChange={choose}
                options={[
                  {
                    value: everybody,
                    label: t('requests.who.anyoneThere'),
                    hint: <NextTime next={first(() => true)} />,
                  },
                  ...pools.map(({ id, name }) => ({
                    value: id,
                    label: t('requests.who.pool', { name }),
                    hint: poolHint(id),
                  })),
                  ...practitioners
                    .filter(({ id, name }) => id === value.practitionerId || isFound(name))
                    .map(({ id, name }) => ({
                      value: id,
                      label: name,
                      hint: <NextTime next={first((time) => time.practitionerId === id)} />,
                    })),
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
