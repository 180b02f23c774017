import { Alert, Button, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changePool,
  createPool,
  type Pool,
  poolLoad,
  removePool,
} from '../../../../server/modules/scheduling/pool-contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { keyOf, useSend } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';

/** A pool's name and who is in it. Its hours are kept like those of a person. */
export function PoolForm(props: { plan: Plan; pool: Pool | null; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { plan, pool, onDone } = props;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({ initialValues: { name: pool?.name ?? '', members: pool?.members ?? [] } });
  const answer = {
    refresh: [getPlan, poolLoad],
    onSuccess: (saved: Pool) => {
      tellDone(t('scheduling.pools.saved', { name: saved.name }));
      onDone();
    },
    onError: (error: unknown) => setFailure(showFieldErrors(t, form, error)),
  };
  const create = useSend(createPool, answer);
  const change = useSend(changePool, answer);
  const save = (values: { name: string; members: string[] }) =>
    pool ? change.mutate({ ...values, id: pool.id }) : create.mutate(values);
  return (
    <form noValidate onSubmit={form.onSubmit(save)}>
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
        {failure !== null && (
          <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={failure} />
        )}
        <Group justify="space-between" mt="xs">
          {pool ? (
            <ConfirmButton
              leftSection={<IconTrash size={20} aria-hidden />}
              question={t('scheduling.pools.removeQuestion', { name: pool.name })}
              consequence={t('scheduling.pools.removeConsequence')}
              confirmLabel={t('scheduling.pools.remove')}
              onConfirm={async () => {
                await call(removePool, { id: pool.id });
                await client.invalidateQueries({ queryKey: keyOf(getPlan) });
                onDone();
              }}
            >
              {t('scheduling.pools.remove')}
            </ConfirmButton>
          ) : (
            <div />
          )}
          <Button type="submit" loading={create.isPending || change.isPending}>
            {t('scheduling.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
