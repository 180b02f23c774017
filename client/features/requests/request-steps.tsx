import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './request-steps.module.css';
import { stepPath } from './step-path.ts';
import { type Field, type Step, stepOf, steps } from './what-is-missing.ts';

/** The three steps: where one is, what is done, and the way to each at any time. */
export function RequestSteps(props: { step: Step; missing: readonly Field[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('requests.steps.label')}>
      <ol className={classes.steps}>
        {steps.map((step, at) => {
          const isDone = !props.missing.some((field) => stepOf(field) === step);
          return (
            <li key={step}>
              <Link
                to={stepPath(step)}
                className={classes.step}
                aria-current={step === props.step ? 'step' : undefined}
                data-done={isDone || undefined}
              >
                <span className={classes.number} aria-hidden>
                  {isDone ? <IconCheck size={20} stroke={2.5} /> : at + 1}
                </span>
                {t(`requests.steps.${step}`)}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
