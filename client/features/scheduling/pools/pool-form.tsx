import { MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  changePool,
  createPool,
  type Pool,
  poolLoad,
} from '../../../../server/modules/scheduling/pool-contract.ts';
import { call } from '../../../lib/call.ts';
import { keyOf } from '../../../lib/query.ts';
import { tellDone } from '../../../ui/tell.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { Done } from '../forms/done.ts';
import { FormEnd } from '../forms/form-end.tsx';
import { Hits } from '../forms/hits.tsx';
import { RemovePool } from '../forms/remove-buttons.tsx';
import { useSaving } from '../forms/use-saving.ts';

/** A pool's name and who is in it. Its hours are kept like those of a person. */
export function PoolForm(props: { plan: Plan; pool: Pool | null; onDone: Done }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { plan, pool } = props;
  const form = useForm({ initialValues: { name: pool?.name ?? '', members: pool?.members ?? [] } });
  const saving = useSaving({
    name: `pool ${pool?.id}`,
    form,
    fields: form.values,
    // A new pool takes nobody's hours away.
    send: async ({ dryRun, ...fields }, options) => {
      if (pool) return call(changePool, { ...fields, id: pool.id, ...(dryRun ? { dryRun } : {}) }, options);
      if (!dryRun) await call(createPool, fields, options);
      return { affected: [] };
    },
    onDone: (affected) => {
      tellDone(t('scheduling.pools.saved', { name: form.values.name }));
      void client.invalidateQueries({ queryKey: keyOf(poolLoad) });
      props.onDone(affected);
    },
  });
  const hasLost = (saving.hits.data?.length ?? 0) > 0;
  return (
    <form noValidate onSubmit={form.onSubmit(saving.save)}>
      <Stack>
        <Text>{t('scheduling.pools.intro')}</Text>
        <TextInput
          label={t('scheduling.pools.name')}
          placeholder={t('scheduling.pools.namePlaceholder')}
          required
          maxLength={80}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <MultiSelect
          label={t('scheduling.pools.members')}
          description={t('scheduling.pools.membersHint')}
          required
          searchable
          data={plan.people.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('members')}
        />
        {hasLost && <Hits query={saving.hits} />}
        <FormEnd {...saving.end} remove={pool && <RemovePool pool={pool} onDone={props.onDone} />} />
      </Stack>
    </form>
  );
}
