import { Button } from '@mantine/core';
import {
  IconBellRinging,
  IconCircleCheck,
  IconCircleX,
  IconFileText,
  IconPhone,
  IconPhoneCall,
  IconVideo,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UrgentRequest } from '../../../../server/modules/triage/contract.ts';
import type { Ladder } from '../../../../server/modules/triage/ladder-contract.ts';
import { clockOf, useFormats } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { playOnce } from '../../../lib/ringer.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useSound } from '../../../ui/use-ringing.ts';
import { TargetClock } from '../target-clock.tsx';
import { LadderSteps } from './ladder-steps.tsx';
import { ladderWords } from './ladder-words.ts';
import classes from './waiting.module.css';

/** What happens now, in one sentence, with the one thing to do. */
export function WaitingState({ urgent }: { urgent: UrgentRequest }) {
  const { status } = urgent.request;
  useChimeWhenAccepted(status);
  if (status === 'waiting') return <Waiting urgent={urgent} />;
  if (status === 'accepted' || status === 'in_consultation') return <Ready urgent={urgent} />;
  return <Over urgent={urgent} />;
}

function Waiting({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const now = useNow('second');
  const { department } = urgent.request.provider;
  const { ladder } = urgent;
  const waited = clockOf((now - Date.parse(urgent.raisedAt)) / 1000);
  const late = now > Date.parse(urgent.targetAt);
  const words = ladderWords(ladder, department.name, now);
  const stuck = ladder.ringing.length === 0 && ladder.promised.length === 0;
  return (
    <section className={classes.state} data-tone={late || stuck ? 'attention' : 'action'}>
      <TargetClock from={urgent.raisedAt} until={urgent.targetAt} size={104} />
      <div className={classes.words}>
        <p className={classes.sentence} role="status">
          {stuck ? <IconPhoneCall size={26} aria-hidden /> : <IconBellRinging size={26} aria-hidden />}
          {t(words.now.key, { ...words.now.values })}
        </p>
        {/* Not read out every second: the sentence above says what has changed. */}
        {words.after && <p className={classes.then}>{t(words.after.key, { ...words.after.values })}</p>}
        <p className={classes.next}>
          {t(late ? 'triage.waiting.late' : 'triage.waiting.within', {
            target: t(`triage.target.${urgent.urgency}`, {
              minutes: Math.round((Date.parse(urgent.targetAt) - Date.parse(urgent.raisedAt)) / 60_000),
            }),
            waited,
          })}
        </p>
      </div>
      <Call phone={ladder.phone} strong={late || stuck} />
      <LadderSteps ladder={ladder} />
      <LadderNotes ladder={ladder} />
    </section>
  );
}

/** What went otherwise than planned, each in one sentence. */
function LadderNotes({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const { cameBack } = ladder;
  const notes = [
    ...(cameBack
      ? [t(`triage.ladder.cameBack.${cameBack.reason}`, { name: cameBack.name, at: time(cameBack.at) })]
      : []),
    ...ladder.promised.map(({ name, until }) => t('triage.ladder.promised', { name, at: time(until) })),
    ...(ladder.alarm ? [t(`triage.ladder.alarm.${ladder.alarm}`)] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes} aria-live="polite">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Ready({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const { request } = urgent;
  const door = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Wherever the nurse has scrolled meanwhile: the way in comes to her.
    door.current?.scrollIntoView({ block: 'center' });
    door.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={classes.state} data-tone="done">
      <div className={classes.words}>
        <p className={classes.sentence} role="status">
          <IconCircleCheck size={30} aria-hidden />
          {t('triage.waiting.accepted', {
            name: request.provider.practitioner?.name ?? urgent.claimedBy ?? request.provider.department.name,
          })}
        </p>
        <p className={classes.next}>{t('triage.waiting.acceptedHint')}</p>
      </div>
      <Call phone={request.provider.department.phone} />
      <Button
        component={Link}
        to={paths.room(request.id)}
        className={classes.enter}
        size="xl"
        fullWidth
        ref={door}
        leftSection={<IconVideo size={36} aria-hidden />}
      >
        {t('triage.waiting.enter')}
      </Button>
    </section>
  );
}

function Over({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const { request } = urgent;
  const answered = request.status === 'answered';
  const consulted = answered || request.status === 'consulted';
  return (
    <section className={classes.state} data-tone={consulted ? 'done' : 'neutral'}>
      <div className={classes.words}>
        <p className={classes.sentence} role="status">
          {consulted ? <IconCircleCheck size={30} aria-hidden /> : <IconCircleX size={30} aria-hidden />}
          {t([`triage.waiting.over.${request.status}`, 'triage.waiting.over.withdrawn'])}
        </p>
        {request.endReason && (
          <p className={classes.next}>
            {t([`triage.withdraw.${request.endReason}`, 'triage.withdraw.other'])}
          </p>
        )}
      </div>
      {consulted && (
        <Button
          component={Link}
          to={paths.consult(request.id)}
          size="lg"
          leftSection={<IconFileText size={24} aria-hidden />}
        >
          {t('triage.waiting.toReport')}
        </Button>
      )}
    </section>
  );
}

function Call(props: { phone: string; strong?: boolean }) {
  const { t } = useTranslation();
  return (
    <a
      href={`tel:${props.phone.replace(/[^\d+]/g, '')}`}
      className={classes.call}
      data-strong={props.strong || undefined}
    >
      <IconPhone size={26} aria-hidden />
      <span>
        {t('triage.waiting.callInstead')}
        <strong>{props.phone}</strong>
      </span>
    </a>
  );
}

/** The tablet may lie beside the bed: the change is heard. */
function useChimeWhenAccepted(status: string): void {
  useSound();
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'waiting' && status === 'accepted') playOnce();
    before.current = status;
  }, [status]);
}
