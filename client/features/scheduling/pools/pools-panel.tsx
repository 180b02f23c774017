import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClockPlus, IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Pool } from '../../../../server/modules/scheduling/pool-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import { PoolLoad } from './pool-load.tsx';
import classes from './pools.module.css';

/** The department's pools: who is in them, and whether the work is spread evenly. */
export function PoolsPanel(props: {
  plan: Plan;
  onPool: (pool: Pool | null) => void;
  onHours: (pool: Pool) => void;
}) {
  const { t } = useTranslation();
  const { plan } = props;
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={20} aria-hidden />}
      onClick={() => props.onPool(null)}
    >
      {t('scheduling.pools.add')}
    </Button>
  );
  return (
    <Panel title={t('scheduling.pools.title')} actions={plan.pools.length > 0 && add}>
      {plan.pools.length === 0 ? (
        <EmptyState
          icon={IconUsersGroup}
          title={t('scheduling.pools.none')}
          hint={t('scheduling.pools.intro')}
          action={add}
        />
      ) : (
        <Stack gap="lg">
          {plan.pools.map((pool) => (
            <section key={pool.id} aria-label={pool.name}>
              <Group justify="space-between" mb="sm">
                <div>
                  <Text fw={650} size="lg">
                    {pool.name}
                  </Text>
                  <Text c="dimmed">{hoursWords(t, plan, pool)}</Text>
                </div>
                <Group gap="xs" className={classes.actions}>
                  <Button
                    variant="default"
                    leftSection={<IconClockPlus size={20} aria-hidden />}
                    aria-label={t('scheduling.pools.hoursOf', { name: pool.name })}
                    onClick={() => props.onHours(pool)}
                  >
                    {t('scheduling.pools.hours')}
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconPencil size={20} aria-hidden />}
                    aria-label={t('scheduling.pools.editOf', { name: pool.name })}
                    onClick={() => props.onPool(pool)}
                  >
                    {t('scheduling.pools.edit')}
                  </Button>
                </Group>
              </Group>
              <PoolLoad pool={pool} people={plan.people} />
            </section>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

/** "Mo 08:00–12:00 · Do 13:00–16:00", or that there are none yet. */
function hoursWords(t: (key: string) => string, plan: Plan, pool: Pool): string {
  const hours = plan.rosters.filter(({ poolId }) => poolId === pool.id);
  if (hours.length === 0) return t('scheduling.pools.noHours');
  return hours
    .map(({ weekday, from, until }) => `${t(`scheduling.weekdayShort.${weekday}`)} ${from}–${until}`)
    .join(' · ');
}
