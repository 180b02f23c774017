import { Checkbox, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  getNotificationSettings,
  type Subject,
  saveNotificationSettings,
  type Wishes,
} from '../../../server/modules/notifications/contract.ts';
import { useSend } from '../../lib/query.ts';
import { Panel } from '../../ui/panel.tsx';
import { tellDone, tellError } from '../../ui/tell.tsx';
import classes from './settings.module.css';
import type { toldOf } from './subjects.ts';

type Way = 'inApp' | 'email';

/** Each choice counts at once; there is nothing to be saved at the end. */
export function WishesForm(props: {
  wishes: Wishes;
  email: string | null;
  told: NonNullable<ReturnType<typeof toldOf>>;
}) {
  const { t } = useTranslation();
  const { told, email } = props;
  const save = useSend(saveNotificationSettings, {
    refresh: [getNotificationSettings],
    onSuccess: () => tellDone(t('notifications.saved')),
    onError: tellError,
  });
  // What was just pressed shows at once, and goes back when it could not be kept.
  const wishes = save.isPending ? (save.variables?.wishes ?? props.wishes) : props.wishes;
  const change = (part: Partial<Wishes>) => save.mutate({ wishes: { ...wishes, ...part } });
  const waysOf = (subject: Subject): Way[] =>
    told.emailed.includes(subject) ? ['inApp', 'email'] : ['inApp'];
  const toggle = (subject: Subject, way: Way, on: boolean) =>
    change({ [subject]: { ...wishes[subject], [way]: on } });
  return (
    <Panel title={t('notifications.wishes.title')}>
      <Stack>
        <div>
          {told.subjects.map((subject) => (
            <fieldset
              key={subject}
              className={classes.row}
              data-ways={waysOf(subject).length}
              aria-label={t(`notifications.wishes.${subject}`)}
            >
              <div className={classes.subject}>
                <Text fw={600}>{t(`notifications.wishes.${subject}`)}</Text>
                <span>{t(`notifications.wishes.${hintOf(subject, told)}Hint`)}</span>
              </div>
              {waysOf(subject).map((way) => (
                <Switch
                  key={way}
                  label={t(`notifications.wishes.${way}`)}
                  checked={wishes[subject][way]}
                  disabled={way === 'email' && email === null}
                  onChange={(event) => toggle(subject, way, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          ))}
        </div>
        {told.subjects.includes('reminders') && (
          <fieldset className={classes.when}>
            <Text component="legend" fw={600}>
              {t('notifications.wishes.when')}
            </Text>
            <Checkbox
              label={t('notifications.wishes.day')}
              checked={wishes.remindDay}
              onChange={(event) => change({ remindDay: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('notifications.wishes.minutes')}
              checked={wishes.remindMinutes}
              onChange={(event) => change({ remindMinutes: event.currentTarget.checked })}
            />
          </fieldset>
        )}
        {told.emailed.length > 0 && email !== null && (
          <Text c="dimmed">
            {t('notifications.wishes.to', { email })}{' '}
            {told.emailed.includes('bookings') && t('notifications.wishes.cancelled')}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

const hintOf = (subject: Subject, { emailed }: NonNullable<ReturnType<typeof toldOf>>): string => {
  if (subject === 'onCall') return emailed.includes('bookings') ? 'ownOnCall' : 'onCall';
  return emailed.includes(subject) ? subject : 'plan';
};
