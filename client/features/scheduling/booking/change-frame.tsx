import { Alert, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconBell } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../lib/error-text.ts';
import { RefusedNote } from '../../../ui/refused-note.tsx';
import { FormFoot } from './form-foot.tsx';
import { ReasonInput } from './reason-input.tsx';
import type { Refusal } from './refusal.ts';
import { StaleNote } from './stale-note.tsx';
import type { Subject } from './subject.ts';
import classes from './times.module.css';
import type { useReason } from './use-reason.ts';

/**
 * Says what a change would do before it is done: from what to what, who is told, what is in the way; saves only on
 * the press of the named button. A reason is asked for where something is in the way and may be pushed in.
 */
export function ChangeFrame(props: {
  subject: Subject;
  before: ReactNode;
  after: ReactNode;
  told: readonly string[];
  /** What is in the way, in words; it takes a reason. */
  inTheWay: readonly string[];
  reason: ReturnType<typeof useReason>['field'];
  note: { value: string; set: (value: string) => void };
  refusal: Refusal | null;
  /** Free times offered instead, and the like. */
  children?: ReactNode;
  busy: boolean;
  /** Why it cannot be done at all. */
  forbidden?: string | null;
  verb: string;
  onSave: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const id = useId();
  const { refusal, subject, inTheWay } = props;
  const asksReason = (inTheWay.length > 0 || refusal?.overbookable === true) && subject.mayOverbook;
  const isRefused = inTheWay.length > 0 && !subject.mayOverbook;
  if (refusal?.stale) {
    const { id: bookingId, sequence } = subject.booking;
    return <StaleNote bookingId={bookingId} sequence={sequence} onBack={props.onBack} />;
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    props.onSave();
  };
  return (
    <form noValidate onSubmit={save} aria-labelledby={id} className={classes.frame}>
      <Text component="h3" id={id} fw={680} size="lg">
        {t('scheduling.change.title')}
      </Text>
      <dl className={classes.change}>
        <dt>{t('scheduling.change.before')}</dt>
        <dd>{props.before}</dd>
        <dt>{t('scheduling.change.after')}</dt>
        <dd className={classes.new}>{props.after}</dd>
        <dt>
          <IconBell size={18} aria-hidden /> {t('scheduling.change.told')}
        </dt>
        <dd>{props.told.join(' · ')}</dd>
      </dl>
      {(inTheWay.length > 0 || refusal !== null) && (
        <Alert
          role={refusal ? 'alert' : 'status'}
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={refusal ? textOf(refusal.error) : t('scheduling.change.inTheWay')}
        >
          {inTheWay.length > 0 && (
            <ul className={classes.reasons}>
              {inTheWay.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
          {isRefused && <Text>{t('scheduling.change.onlyCoordinator')}</Text>}
        </Alert>
      )}
      {props.children}
      {asksReason && (
        <ReasonInput
          label={t('scheduling.change.reason')}
          description={t('scheduling.change.reasonHint')}
          reason={props.reason}
        />
      )}
      <Textarea
        label={t(subject.side === 'provider' ? 'scheduling.booking.note' : 'scheduling.change.noteToClinic')}
        autosize
        minRows={2}
        maxLength={1000}
        value={props.note.value}
        onChange={(event) => props.note.set(event.currentTarget.value)}
      />
      <RefusedNote text={props.forbidden} />
      <FormFoot
        verb={props.verb}
        busy={props.busy}
        disabled={Boolean(props.forbidden) || isRefused}
        onBack={props.onBack}
      />
    </form>
  );
}
