import { ActionIcon, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { useLocale } from '../../../lib/i18n.ts';
import { addDays } from '../../../lib/zone.ts';
import type { Plan } from './plan-pieces.ts';
import classes from './plan-toolbar.module.css';
import { type Shown, type View, views, weekLabel, weekOf } from './plan-week.ts';

/** Which week or day, of whom, and how it is shown. */
export function PlanToolbar(props: {
  shown: Shown;
  today: string;
  people: Plan['people'];
  onChange: (shown: Partial<Shown>) => void;
}) {
  const { t } = useTranslation();
  const { shown, onChange } = props;
  const step = shown.view === 'day' ? 1 : 7;
  return (
    <div className={classes.bar}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          aria-label={t(shown.view === 'day' ? 'scheduling.previousDay' : 'ui.calendar.previous')}
          onClick={() => onChange({ day: addDays(shown.day, -step) })}
        >
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => onChange({ day: props.today })}>
          {t('ui.calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          aria-label={t(shown.view === 'day' ? 'scheduling.nextDay' : 'ui.calendar.next')}
          onClick={() => onChange({ day: addDays(shown.day, step) })}
        >
          <IconChevronRight size={22} aria-hidden />
        </ActionIcon>
      </Group>
      <Label shown={shown} />
      <Select
        className={classes.person}
        aria-label={t('scheduling.person')}
        data={[
          { value: '', label: t('scheduling.team') },
          ...props.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={shown.personId ?? ''}
        onChange={(value) => onChange({ personId: value || null })}
        allowDeselect={false}
      />
      <SegmentedControl
        aria-label={t('scheduling.view.label')}
        data={views.map((view) => ({ value: view, label: t(`scheduling.view.${view}`) }))}
        value={shown.view}
        onChange={(view) => onChange({ view: view as View })}
      />
    </div>
  );
}

function Label(props: { shown: Shown }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const label = weekLabel(weekOf(props.shown.day), useLocale());
  return (
    <Text className={classes.label} aria-live="polite">
      {props.shown.view === 'day' ? (
        formats.longDate(`${props.shown.day}T12:00:00Z`)
      ) : (
        <>
          <span className={classes.number}>{t('scheduling.week', { number: label.number })}</span>{' '}
          {label.days}
        </>
      )}
    </Text>
  );
}
