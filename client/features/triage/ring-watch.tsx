import { Button } from '@mantine/core';
import { IconBellRinging, IconVolumeOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { listQueue } from '../../../server/modules/triage/queue-contract.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { playOnce } from '../../lib/ringer.ts';
import { useUser } from '../../lib/session.ts';
import { useRinging, useSound } from '../../ui/use-ringing.ts';
import { muteRings, useMutedRings } from './muted-rings.ts';
import classes from './ring-watch.module.css';
import { useOwnRings } from './use-own-rings.ts';

/**
 * Rings on every open page of a specialist while a request rings for this person, and leads to the queue from
 * anywhere. Immediate and urgent requests ring until they are taken or silenced; one for today is heard once.
 */
export function RingWatch() {
  return useUser().role === 'specialist' ? <Watch /> : null;
}

function Watch() {
  const { t } = useTranslation();
  useSound();
  const queue = useLoad(listQueue, {}, { refetchInterval: 30_000 });
  useOwnRings();
  const muted = useMutedRings();
  const items = (queue.data?.items ?? []).filter(({ ringing }) => ringing);
  const ringing = items.filter(({ requestId, urgency }) => urgency !== 'today' && !muted.has(requestId));
  useRinging(ringing.length > 0);
  useChimeFor(items.filter(({ urgency }) => urgency === 'today').map(({ requestId }) => requestId));
  const inQueue = useLocation().pathname.startsWith(paths.queue);
  if (ringing.length === 0 || inQueue) return null;
  return (
    <div className={classes.bar} role="alert">
      <IconBellRinging size={26} aria-hidden />
      <span className={classes.words}>{t('triage.ring.waiting', { count: ringing.length })}</span>
      <Button
        variant="white"
        color="red"
        leftSection={<IconVolumeOff size={20} aria-hidden />}
        onClick={() => muteRings(ringing.map(({ requestId }) => requestId))}
      >
        {t('triage.ring.mute')}
      </Button>
      <Button component={Link} to={paths.queue} variant="white" color="red">
        {t('triage.ring.toQueue')}
      </Button>
    </div>
  );
}

/** One sequence for each id that was not there before. */
function useChimeFor(ids: readonly string[]): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  const key = ids.join();
  useEffect(() => {
    const now = key === '' ? [] : key.split(',');
    if (now.some((id) => !known.current.has(id))) playOnce();
    known.current = new Set(now);
  }, [key]);
}
