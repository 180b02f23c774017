import { Button, Group, Text } from '@mantine/core';
import { IconCalendarCheck, IconFlame, IconHourglassHigh, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWhen } from '../booking/use-when.ts';
import { useWishWords } from './use-wish-words.ts';
import classes from './waiting.module.css';

/** One who waits: at which place, since when, what is wished; and an open offer with what is left of its deadline. */
export function WaitingRow(props: {
  entry: WaitingEntry;
  mayDecide: boolean;
  onDeed: (deed: 'offer' | 'place') => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = useWhen();
  const wishWords = useWishWords();
  const { entry, onDeed } = props;
  const { offer, requester } = entry;
  return (
    <li className={classes.entry}>
      <span className={classes.place}>
        <span aria-hidden>{entry.place}</span>
        <span className={classes.hidden}>{t('scheduling.waiting.place', { place: entry.place })}</span>
      </span>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={650}>{t('scheduling.booking.place', requester)}</Text>
          {entry.wish.urgency === 'urgent' && (
            <StatusBadge tone="attention" icon={IconFlame}>
              {t('scheduling.waiting.urgent')}
            </StatusBadge>
          )}
        </Group>
        <Text>{wishWords(entry)}</Text>
        <Text c="dimmed">
          {t('scheduling.waiting.since')} <Time at={entry.since} />
        </Text>
        {offer && (
          <p className={classes.offer}>
            <IconHourglassHigh size={20} aria-hidden />
            <span>
              {t('scheduling.waiting.offered', {
                when: when(offer.startAt),
                who: offer.practitionerName,
                until: formats.time(offer.expiresAt),
              })}{' '}
              <Countdown until={offer.expiresAt} label={t('scheduling.waiting.left')} />
            </span>
          </p>
        )}
      </div>
      {props.mayDecide && (
        <Group gap="sm" className={classes.deeds}>
          {!offer && (
            <Button
              variant="default"
              leftSection={<IconSend size={20} aria-hidden />}
              aria-label={t('scheduling.waiting.offerTo', { name: requester.name })}
              onClick={() => onDeed('offer')}
            >
              {t('scheduling.waiting.offer')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconCalendarCheck size={20} aria-hidden />}
            aria-label={t('scheduling.waiting.bookFor', { name: requester.name })}
            onClick={() => onDeed('place')}
          >
            {t('scheduling.waiting.book')}
          </Button>
        </Group>
      )}
    </li>
  );
}
