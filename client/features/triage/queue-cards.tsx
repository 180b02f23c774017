import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconEye, IconHome, IconPhone, IconUserCheck, IconVideo, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../server/modules/triage/queue-contract.ts';
import { ageOn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { Time } from '../../ui/time.tsx';
import { KnownValues } from './known-values.tsx';
import { News2Mark } from './news2-mark.tsx';
import { QueueNotes } from './queue/queue-notes.tsx';
import { RingAnswers } from './queue/ring-answers.tsx';
import classes from './queue-cards.module.css';
import { TargetClock } from './target-clock.tsx';
import { UrgencyBadge, urgencyTones } from './urgency-badge.tsx';
import { useClaim } from './use-claim.tsx';

type CardProps = { item: QueueItem; claims: boolean; onOpen: () => void };
type RingProps = CardProps & { onMute: (() => void) | null };

/** The one to take next: fills the column. */
export function RingCard({ item, claims, onOpen, onMute }: RingProps) {
  const { t } = useTranslation();
  const claim = useClaim();
  const narrow = useMediaQuery('(max-width: 599px)') ?? false;
  const age = ageOn(item.patient.birthDate, dayOf(new Date(useNow()).toISOString()));
  return (
    <article className={classes.ring} data-tone={urgencyTones[item.urgency]} aria-label={useName(item)}>
      <div className={classes.top}>
        <div className={classes.badges}>
          <UrgencyBadge urgency={item.urgency} filled />
          <News2Mark score={item.news2} before={item.news2Before} large />
        </div>
        <div className={classes.clock}>
          <TargetClock from={item.raisedAt} until={item.targetAt} size={narrow ? 84 : 116} />
          <span>
            {t('triage.queue.since')} <Time at={item.raisedAt} show="time" />
          </span>
        </div>
        <div className={classes.words}>
          <p className={classes.question}>{item.question}</p>
          <p className={classes.patient}>{usePatientWords(item)}</p>
          <Asks item={item} />
        </div>
      </div>
      <KnownValues
        values={item.values}
        person={{ ageYears: age, pregnant: item.pregnant, oxygenScale: item.oxygenScale }}
      />
      <Asker item={item} />
      <div className={classes.badges}>
        <QueueNotes item={item} />
      </div>
      <div className={classes.foot}>
        <Why item={item} />
        {onMute && (
          <Button
            variant="subtle"
            color="gray"
            className={classes.mute}
            leftSection={<IconVolumeOff size={20} aria-hidden />}
            onClick={onMute}
          >
            {t('triage.ring.mute')}
          </Button>
        )}
      </div>
      <div className={classes.actions}>
        {claims && (
          <Button
            size="xl"
            className={classes.accept}
            leftSection={<IconVideo size={32} aria-hidden />}
            loading={claim.isPending || claim.isSuccess}
            onClick={() => claim.mutate({ requestId: item.requestId })}
          >
            {t('triage.queue.accept')}
          </Button>
        )}
        {claims && item.ringing && <RingAnswers item={item} />}
        <Button size="lg" variant="default" leftSection={<IconEye size={24} aria-hidden />} onClick={onOpen}>
          {t('triage.queue.look')}
        </Button>
      </div>
    </article>
  );
}

/** One of the others, in its order. */
export function QueueRow({ item, claims, onOpen }: CardProps) {
  const { t } = useTranslation();
  const claim = useClaim();
  return (
    <article className={classes.row} data-tone={urgencyTones[item.urgency]} aria-label={useName(item)}>
      <TargetClock from={item.raisedAt} until={item.targetAt} size={72} />
      <div className={classes.main}>
        <div className={classes.badges}>
          <UrgencyBadge urgency={item.urgency} />
          <News2Mark score={item.news2} before={item.news2Before} />
          <QueueNotes item={item} />
        </div>
        <p className={classes.rowQuestion}>{item.question}</p>
        <p className={classes.patient}>{usePatientWords(item)}</p>
        <Asker item={item} />
        <Why item={item} />
      </div>
      <div className={classes.rowActions}>
        {claims && (
          <Button
            variant="light"
            leftSection={<IconVideo size={22} aria-hidden />}
            loading={claim.isPending || claim.isSuccess}
            onClick={() => claim.mutate({ requestId: item.requestId })}
          >
            {t('triage.queue.accept')}
          </Button>
        )}
        <Button variant="subtle" onClick={onOpen}>
          {t('triage.queue.look')}
        </Button>
      </div>
    </article>
  );
}

/** Taken or withdrawn a moment ago: the place stays, without a button. */
export function GoneCard({ item, large }: { item: QueueItem; large: boolean }) {
  const { t } = useTranslation();
  return (
    <article className={classes.gone} data-large={large || undefined} role="status">
      <IconUserCheck size={28} aria-hidden />
      {t('triage.queue.gone', { name: `${item.patient.givenName} ${item.patient.familyName}` })}
    </article>
  );
}

function Asker({ item }: { item: QueueItem }) {
  const { t } = useTranslation();
  const { organisation, person, phone } = item.requester;
  return (
    <p className={classes.asker}>
      <IconHome size={20} aria-hidden />
      {t('triage.queue.asker', { organisation, person })}
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={classes.phone}>
        <IconPhone size={18} aria-hidden />
        {phone}
      </a>
    </p>
  );
}

/** Since when, what for, allergies: one line. */
function Asks({ item }: { item: QueueItem }) {
  const { t } = useTranslation();
  const { allergies } = item.patient;
  const words = [
    item.onset && t(`triage.onset.${item.onset}`),
    item.wanted && t(`triage.wanted.${item.wanted}`),
    allergies && t('triage.day.allergies', { what: allergies }),
  ].filter(Boolean);
  return words.length > 0 ? <p className={classes.asks}>{words.join(' · ')}</p> : null;
}

/** Explains the order: why this one stands before the next. */
function Why({ item }: { item: QueueItem }) {
  const { t } = useTranslation();
  return item.before ? <p className={classes.why}>{t(`triage.queue.before.${item.before}`)}</p> : null;
}

const useName = (item: QueueItem): string => `${item.patient.givenName} ${item.patient.familyName}`;

function usePatientWords(item: QueueItem): string {
  const { t } = useTranslation();
  const age = ageOn(item.patient.birthDate, dayOf(new Date(useNow()).toISOString()));
  const name = `${item.patient.givenName} ${item.patient.familyName}`;
  const sex = t(`ui.patient.${item.patient.sex}`);
  const words = t('triage.queue.patient', { name, age, sex });
  return item.patient.room ? `${words} · ${t('triage.room', { room: item.patient.room })}` : words;
}
