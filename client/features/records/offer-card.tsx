import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getCase, listCases } from '../../../server/modules/records/contract.ts';
import {
  acceptOffer,
  declineOffer,
  listWaiting,
  type Offer,
} from '../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useSend } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { tellDone } from '../../ui/tell.tsx';
import classes from './offer-card.module.css';

const refresh = [listWaiting, getCase, listCases];

/** A freed time, kept for this case until its deadline: to be taken, or left to the next. */
export function OfferCard(props: { offer: Offer; about: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { offer } = props;
  const isOver = Date.parse(offer.expiresAt) <= useNow('second');
  const day = formats.longDate(offer.startAt);
  const time = formats.time(offer.startAt);
  const accept = useSend(acceptOffer, {
    refresh,
    onSuccess: () => tellDone(t('records.offer.accepted', { day, time })),
  });
  const decline = useSend(declineOffer, { refresh, onSuccess: () => tellDone(t('records.offer.declined')) });
  return (
    <section
      className={classes.offer}
      data-tone={isOver ? 'neutral' : 'action'}
      aria-label={t('records.offer.label')}
    >
      <div className={classes.words}>
        <Text fw={600}>{t(isOver ? 'records.offer.over' : 'records.offer.title')}</Text>
        <Text fw={680} size="xl" component="h2">
          {t('records.timeline.slot', { day, from: time, to: formats.time(offer.endAt) })}
        </Text>
        <Text>{[offer.practitionerName, offer.department.name].join(' · ')}</Text>
        <Text c="dimmed">{props.about}</Text>
      </div>
      {!isOver && (
        <div className={classes.deadline}>
          <Countdown until={offer.expiresAt} label={t('records.offer.left')} />
          <Text c="dimmed">{t('records.offer.until', { time: formats.dateTime(offer.expiresAt) })}</Text>
        </div>
      )}
      {!isOver && (
        <Group gap="sm">
          <Button
            size="lg"
            leftSection={<IconCheck size={22} aria-hidden />}
            loading={accept.isPending}
            onClick={() => accept.mutate({ id: offer.id })}
          >
            {t('records.offer.accept')}
          </Button>
          <ConfirmButton
            size="lg"
            question={t('records.offer.question', { day, time })}
            consequence={t('records.offer.consequence')}
            confirmLabel={t('records.offer.decline')}
            onConfirm={() => decline.mutateAsync({ id: offer.id })}
          >
            {t('records.offer.decline')}
          </ConfirmButton>
        </Group>
      )}
      {accept.isError && <ErrorState error={accept.error} advice={t('records.offer.advice')} />}
    </section>
  );
}
