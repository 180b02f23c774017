import { Button, Collapse, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeRoster, createRoster } from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { TimeTarget } from '../plan-target.ts';
import { AudienceFields } from './audience-fields.tsx';
import type { Done } from './done.ts';
import { FormEnd } from './form-end.tsx';
import { Hits } from './hits.tsx';
import { RemoveRoster } from './remove-buttons.tsx';
import { rosterFields, rosterValues, slotsIn } from './roster-values.ts';
import { TimeField } from './time-field.tsx';
import { useSaving } from './use-saving.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const patterns = ['every', 'odd', 'even'] as const;
const modalities = ['video', 'urgent_reserve'] as const;

/** Where the wire's errors belong in this form. */
const places = { practitionerId: 'owner', poolId: 'owner' };

/** People whose hours one may change, and the pools, for who keeps them. */
function owners(plan: Plan, people: string, pools: string) {
  const persons = plan.people
    .filter(({ id }) => plan.mayChange.includes(id))
    .map(({ id, name }) => ({ value: `person:${id}`, label: name }));
  if (!plan.coordinates || plan.pools.length === 0) return persons;
  return [
    { group: people, items: persons },
    { group: pools, items: plan.pools.map(({ id, name }) => ({ value: `pool:${id}`, label: name })) },
  ];
}

/** Hours that come again every week. */
export function WeeklyForm(props: { plan: Plan; target: TimeTarget; onDone: Done }) {
  const { t } = useTranslation();
  const { plan, target } = props;
  const id = target.roster?.id ?? null;
  const own = plan.rosters.filter(
    (one) =>
      one.id !== id &&
      (target.poolId ? one.poolId === target.poolId : one.practitionerId === target.personId),
  );
  const form = useForm({ initialValues: rosterValues(target, own) });
  const [more, { toggle }] = useDisclosure(false);
  const fields = rosterFields(form.values);
  const saving = useSaving({
    name: id ?? 'new',
    form,
    places,
    fields,
    send: (asked, options) =>
      id === null ? call(createRoster, asked, options) : call(changeRoster, { ...asked, id }, options),
    onDone: props.onDone,
  });
  return (
    <form onSubmit={form.onSubmit(saving.save)}>
      <Stack>
        <Select
          label={t('scheduling.whose')}
          data={owners(plan, t('scheduling.people'), t('scheduling.pools.title'))}
          allowDeselect={false}
          {...form.getInputProps('owner')}
        />
        <Group grow align="flex-start">
          <Select
            label={t('scheduling.weekday.label')}
            data={weekdays.map((day) => ({ value: String(day), label: t(`scheduling.weekday.${day}`) }))}
            allowDeselect={false}
            {...form.getInputProps('weekday')}
          />
          <TimeField label={t('scheduling.from')} {...form.getInputProps('from')} />
          <TimeField label={t('scheduling.until')} {...form.getInputProps('until')} />
        </Group>
        <NumberInput
          label={t('scheduling.slotMinutes')}
          description={fields ? t('scheduling.fits', { count: slotsIn(fields) }) : undefined}
          suffix={t('scheduling.minutesSuffix')}
          min={5}
          max={240}
          step={5}
          {...form.getInputProps('slotMinutes')}
        />
        <div>
          <Text fw={600} mb={6}>
            {t('scheduling.modality.label')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-label={t('scheduling.modality.label')}
            data={modalities.map((value) => ({ value, label: t(`scheduling.modality.${value}`) }))}
            {...form.getInputProps('modality')}
          />
        </div>
        <Button
          variant="subtle"
          justify="flex-start"
          aria-expanded={more}
          leftSection={<IconChevronDown size={20} aria-hidden style={more ? { rotate: '180deg' } : {}} />}
          onClick={toggle}
        >
          {t('scheduling.moreSettings')}
        </Button>
        <Collapse expanded={more}>
          <Stack>
            <Group grow align="flex-start">
              <DateInput
                label={t('scheduling.validFrom')}
                valueFormat="DD.MM.YYYY"
                {...form.getInputProps('validFrom')}
              />
              <DateInput
                label={t('scheduling.validUntil')}
                placeholder={t('scheduling.open')}
                valueFormat="DD.MM.YYYY"
                clearable
                {...form.getInputProps('validUntil')}
              />
            </Group>
            <Select
              label={t('scheduling.weekPattern.label')}
              data={patterns.map((value) => ({ value, label: t(`scheduling.weekPattern.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('weekPattern')}
            />
            <Group grow align="flex-start">
              <NumberInput
                label={t('scheduling.bufferBefore')}
                suffix={t('scheduling.minutesSuffix')}
                min={0}
                max={120}
                {...form.getInputProps('bufferBeforeMinutes')}
              />
              <NumberInput
                label={t('scheduling.bufferAfter')}
                suffix={t('scheduling.minutesSuffix')}
                min={0}
                max={120}
                {...form.getInputProps('bufferAfterMinutes')}
              />
            </Group>
            <Group grow align="flex-start">
              <NumberInput
                label={t('scheduling.notice')}
                suffix={t('scheduling.minutesSuffix')}
                min={0}
                max={43_200}
                {...form.getInputProps('minimumNoticeMinutes')}
              />
              <NumberInput
                label={t('scheduling.furthest')}
                suffix={t('scheduling.daysSuffix')}
                min={1}
                max={365}
                {...form.getInputProps('furthestDaysAhead')}
              />
            </Group>
            <AudienceFields
              counties={form.getInputProps('audienceCounties')}
              organisations={form.getInputProps('audienceOrganisations')}
            />
          </Stack>
        </Collapse>
        <Hits query={saving.hits} />
        <FormEnd
          {...saving.end}
          remove={target.roster && <RemoveRoster roster={target.roster} onDone={props.onDone} />}
        />
      </Stack>
    </form>
  );
}
