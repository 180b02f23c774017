import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './steps.module.css';

/** Where one is among the four steps; earlier ones can be pressed. */
export function Steps(props: { current: number; reachable: number; onGo: (step: number) => void }) {
  const { t } = useTranslation();
  const { current, reachable, onGo } = props;
  return (
    <ol className={classes.steps} aria-label={t('triage.form.steps')}>
      {[0, 1, 2, 3].map((step) => (
        <li key={step} data-state={step < current ? 'done' : step === current ? 'current' : 'ahead'}>
          <button
            type="button"
            disabled={step >= current || step > reachable}
            onClick={() => onGo(step)}
            {...(step === current && { 'aria-current': 'step' as const })}
          >
            <span className={classes.number}>
              {step < current ? <IconCheck size={20} stroke={2.6} aria-hidden /> : step + 1}
            </span>
            <span className={classes.name}>{t(`triage.form.step.${step}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
