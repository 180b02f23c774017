import { useTranslation } from 'react-i18next';
import { UrgencyLevel } from '../../../server/modules/triage/contract.ts';
import {
  defaultTargetMinutes,
  isMoreUrgent,
  type UrgencySuggestion,
} from '../../../server/modules/triage/urgency.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChoiceTiles } from './choice-tiles.tsx';
import { DictatedTextarea } from './dictation/dictated-textarea.tsx';
import { urgencyIcons } from './urgency-badge.tsx';
import { levelOf, type UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';

/** The suggestion with its reasons; the nurse may raise it freely and lower it with a reason. */
export function CheckUrgency(props: {
  draft: UrgentDraftHandle;
  suggestion: UrgencySuggestion;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const suggested = levelOf(props.suggestion);
  const chosen = value.urgency ?? suggested;
  const { because } = props.suggestion;
  return (
    <Panel title={t('triage.form.urgency')}>
      <ChoiceTiles
        label={t('triage.form.urgency')}
        flat
        width="100%"
        choices={UrgencyLevel.options.map((level) => ({
          value: level,
          label:
            level === suggested
              ? t('triage.form.suggested', { urgency: t(`triage.urgency.${level}`) })
              : t(`triage.urgency.${level}`),
          hint: t('triage.form.target', {
            target: t(`triage.target.${level}`, { minutes: defaultTargetMinutes[level] ?? 0 }),
          }),
          icon: urgencyIcons[level],
          alarming: level === 'immediate',
        }))}
        chosen={[chosen]}
        onToggle={(level) => patch({ urgency: level === suggested ? null : level })}
      />
      <p className={classes.because}>
        {because.length === 0
          ? t('triage.form.noRule')
          : t('triage.form.because', {
              reasons: because.map((rule) => t(`triage.because.${rule}`)).join(', '),
            })}
      </p>
      {isMoreUrgent(suggested, chosen) && (
        <DictatedTextarea
          label={t('triage.form.reason')}
          value={value.urgencyReason}
          onText={(urgencyReason) => patch({ urgencyReason })}
          error={props.error}
          maxLength={400}
          required
        />
      )}
    </Panel>
  );
}
