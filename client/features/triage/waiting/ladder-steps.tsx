import {
  IconBellRinging,
  IconCheck,
  IconMinus,
  IconUser,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Ladder, urgentSteps } from '../../../../server/modules/triage/ladder-contract.ts';
import classes from './ladder-steps.module.css';

const icons = {
  primary: IconUser,
  deputy: IconUserShield,
  department: IconUsers,
  coordination: IconBellRinging,
};

/** The steps of the ringing as a line: what was, what is, what comes. */
export function LadderSteps({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const current = ladder.step === null ? -1 : urgentSteps.indexOf(ladder.step);
  return (
    <ol className={classes.steps} aria-label={t('triage.ladder.steps')}>
      {urgentSteps.map((step, at) => {
        const skipped = ladder.skipped.find((one) => one.step === step);
        const state = skipped ? 'skipped' : at < current ? 'done' : at === current ? 'current' : 'ahead';
        const Sign = state === 'done' ? IconCheck : state === 'skipped' ? IconMinus : icons[step];
        return (
          <li key={step} data-state={state} {...(state === 'current' && { 'aria-current': 'step' as const })}>
            <span className={classes.sign}>
              <Sign size={22} aria-hidden />
            </span>
            <span className={classes.words}>
              <strong>{t(`triage.ladder.step.${step}`)}</strong>
              <span>
                {skipped ? t(`triage.ladder.skipped.${skipped.because}`) : t(`triage.ladder.state.${state}`)}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
