import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setOverride } from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { cutByDay, type Plan } from '../calendar/plan-pieces.ts';
import type { TimeTarget } from '../plan-target.ts';
import classes from './day-form.module.css';
import type { Done } from './done.ts';
import { FormEnd } from './form-end.tsx';
import { Hits } from './hits.tsx';
import { RestoreDay } from './remove-buttons.tsx';
import { endOfDay } from './roster-values.ts';
import { TimeField } from './time-field.tsx';
import { useSaving } from './use-saving.ts';

type Hours = { from: string; until: string };

/** One single day that differs from the week: other hours, or none. */
export function DayForm(props: { plan: Plan; target: TimeTarget; onDone: Done }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { plan, target } = props;
  const form = useForm<{ intervals: Hours[] }>({ initialValues: { intervals: hoursOfDay(plan, target) } });
  const { intervals } = form.values;
  const complete = intervals.every(({ from, until }) => from && until);
  const saving = useSaving({
    name: 'day',
    form,
    fields: complete
      ? {
          practitionerId: target.personId,
          day: target.day,
          intervals: intervals.map(({ from, until }) => ({ from, until: endOfDay(until) })),
        }
      : null,
    send: (asked, options) => call(setOverride, asked, options),
    onDone: props.onDone,
  });
  const person = plan.people.find(({ id }) => id === target.personId)?.name ?? '';
  return (
    <form onSubmit={form.onSubmit(saving.save)}>
      <Stack>
        <Text>{t('scheduling.day.intro', { person, day: formats.longDate(`${target.day}T12:00:00Z`) })}</Text>
        {intervals.length === 0 && (
          <Text fw={600} c="dimmed">
            {t('scheduling.day.none')}
          </Text>
        )}
        {intervals.map((hours, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no name of their own, and their order is their place.
          <Group key={at} align="flex-start" wrap="nowrap">
            <TimeField
              quiet
              label={t('scheduling.from')}
              {...form.getInputProps(`intervals.${at}.from`)}
              value={hours.from}
            />
            <Text className={classes.to}>{t('scheduling.to')}</Text>
            <TimeField
              quiet
              label={t('scheduling.until')}
              {...form.getInputProps(`intervals.${at}.until`)}
              value={hours.until}
            />
            <ActionIcon
              variant="default"
              aria-label={t('scheduling.day.removeHours', { from: hours.from, until: hours.until })}
              onClick={() => form.removeListItem('intervals', at)}
            >
              <IconX size={20} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => form.insertListItem('intervals', { from: '13:00', until: '16:00' })}
          >
            {t('scheduling.day.addHours')}
          </Button>
          {intervals.length > 0 && (
            <Button variant="subtle" onClick={() => form.setFieldValue('intervals', [])}>
              {t('scheduling.day.clear')}
            </Button>
          )}
        </Group>
        <Hits query={saving.hits} />
        <FormEnd
          {...saving.end}
          remove={target.override && <RestoreDay override={target.override} onDone={props.onDone} />}
        />
      </Stack>
    </form>
  );
}

/** The hours of that day as they are now; where there are none, those that were dragged. */
function hoursOfDay(plan: Plan, target: TimeTarget): Hours[] {
  const bands = plan.bands
    .filter(({ practitionerId }) => practitionerId === target.personId)
    .flatMap(cutByDay)
    .filter(({ day }) => day === target.day);
  const now = joined(bands).map(({ from, until }) => ({ from, until: until === '24:00' ? '00:00' : until }));
  if (now.length > 0 || target.override) return now;
  return [{ from: target.from, until: target.until === '24:00' ? '00:00' : target.until }];
}

/** Own hours and those of a pool may lie upon one another; a day's hours may not. */
function joined(hours: readonly Hours[]): Hours[] {
  const parts: Hours[] = [];
  for (const { from, until } of [...hours].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = parts.at(-1);
    if (last && from <= last.until) last.until = last.until > until ? last.until : until;
    else parts.push({ from, until });
  }
  return parts;
}
