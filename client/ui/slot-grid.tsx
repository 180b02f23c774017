import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import { dayOf } from '../lib/zone.ts';
import classes from './slot-grid.module.css';

/** `gone`: it was free when the page was opened, and keeps its place. */
export type Slot = { id: string; from: string; to: string; gone?: boolean };

/** Free times by day, side by side, each one a press. On a phone the days stand one under the other. */
export function SlotGrid(props: {
  slots: readonly Slot[];
  chosen?: string | null;
  onChoose: (slot: Slot) => void;
  /** Calendar days to show even when nothing is free on them. */
  days?: readonly string[];
  /** A press leads nowhere for the moment; the keyboard stays where it is. */
  busy?: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = [...new Set([...(props.days ?? []), ...props.slots.map((slot) => dayOf(slot.from))])].sort();
  return (
    <div className={classes.grid}>
      {days.map((day) => {
        const slots = props.slots.filter((slot) => dayOf(slot.from) === day);
        return (
          <section key={day} className={classes.day}>
            <h3>{formats.shortDate(`${day}T12:00:00Z`)}</h3>
            {slots.length === 0 && <Text c="dimmed">{t('ui.slots.none')}</Text>}
            <div className={classes.times}>
              {slots.map((slot) => (
                <Button
                  key={slot.id}
                  variant={slot.id === props.chosen ? 'filled' : 'default'}
                  className={slot.gone ? classes.gone : undefined}
                  aria-pressed={slot.id === props.chosen}
                  aria-disabled={slot.gone || props.busy || undefined}
                  {...(slot.gone
                    ? { 'aria-label': `${formats.time(slot.from)}, ${t('ui.slots.gone')}` }
                    : {})}
                  onClick={() => !slot.gone && !props.busy && props.onChoose(slot)}
                >
                  {formats.time(slot.from)}
                </Button>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
