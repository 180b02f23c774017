import { Button, Group, TextInput } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeUrgentSettings,
  getUrgentSettings,
  type UrgencySettings,
} from '../../../../server/modules/triage/settings-contract.ts';
import { fieldText } from '../../../lib/error-text.ts';
import { useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { UrgencyBadge } from '../urgency-badge.tsx';
import { durationText } from './duration.ts';
import classes from './targets.module.css';
import { isDefault, parts, readTyped, typedOf, type Urgency, urgencies, withDefault } from './targets.ts';

/** Minutes and seconds per urgency, each beside its default, to which one press leads back. */
export function TargetsForm(props: { settings: UrgencySettings; defaults: UrgencySettings }) {
  const { t } = useTranslation();
  const { defaults } = props;
  const [typed, setTyped] = useState(() => typedOf(props.settings));
  const save = useSend(changeUrgentSettings, {
    refresh: [getUrgentSettings],
    onSuccess: () => tellDone(t('triage.targets.saved')),
  });
  const { settings, errors } = readTyped(typed);
  const words = (seconds: number) =>
    seconds >= 3600 && seconds % 3600 === 0
      ? t('triage.targets.hours', { duration: durationText(seconds), count: seconds / 3600 })
      : durationText(seconds);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(typedSame(props.settings));
  const change = (urgency: Urgency, part: (typeof parts)[number], text: string) =>
    setTyped((before) => ({ ...before, [urgency]: { ...before[urgency], [part]: text } }));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (settings) save.mutate({ settings });
      }}
    >
      {urgencies.map((urgency) => {
        const atDefault = isDefault(typed, defaults, urgency);
        return (
          <fieldset key={urgency} className={classes.urgency} aria-label={t(`triage.urgency.${urgency}`)}>
            <div className={classes.head}>
              <UrgencyBadge urgency={urgency} />
              {atDefault ? (
                <span className={classes.soft}>{t('triage.targets.isDefault')}</span>
              ) : (
                <StatusBadge tone="action">{t('triage.targets.own')}</StatusBadge>
              )}
            </div>
            <div className={classes.fields}>
              {parts.map((part) => {
                const error = errors[`${urgency}.${part}`];
                return (
                  <TextInput
                    key={part}
                    label={t(`triage.targets.part.${part}`)}
                    description={t('triage.targets.default', { duration: words(defaults[urgency][part]) })}
                    value={typed[urgency][part]}
                    onChange={(event) => change(urgency, part, event.currentTarget.value)}
                    error={error && fieldText(t, error)}
                    maxLength={7}
                  />
                );
              })}
            </div>
            {!atDefault && (
              <Button
                variant="subtle"
                leftSection={<IconRestore size={20} aria-hidden />}
                aria-label={t('triage.targets.backNamed', { urgency: t(`triage.urgency.${urgency}`) })}
                onClick={() => setTyped((before) => withDefault(before, defaults, urgency))}
              >
                {t('triage.targets.back')}
              </Button>
            )}
          </fieldset>
        );
      })}
      {save.isError && <ErrorState error={save.error} />}
      <Group justify="flex-end">
        <Button variant="default" disabled={!isChanged} onClick={() => setTyped(typedOf(props.settings))}>
          {t('triage.targets.discard')}
        </Button>
        <Button type="submit" disabled={!settings || !isChanged} loading={save.isPending}>
          {t('triage.targets.save')}
        </Button>
      </Group>
    </form>
  );
}

/** In the order of the fields, so that both sides of the comparison are written alike. */
const typedSame = (settings: UrgencySettings) => readTyped(typedOf(settings)).settings;
