import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../server/modules/notifications/contract.ts';
import { Time } from '../../ui/time.tsx';
import classes from './notices.module.css';

/** What happened, in a few words: "Termin verschoben". */
export function useNoticeTitle(): (notice: Notification) => string {
  const { t } = useTranslation();
  return ({ kind, side, count }) => {
    // To whoever lost a time it matters who took it back.
    const of = kind === 'booking_missed' && side === 'provider' ? '_provider' : '';
    return t(`notifications.kind.${kind}${of}`, { count: count ?? 0 });
  };
}

/** About what, when and with whom. */
export function NoticeDetail(props: { notice: Notification }) {
  const { t } = useTranslation();
  const { request, side, practitioner, startAt, endAt, fromStartAt, kind, reason, swap } = props.notice;
  const number = request ? `K-${String(request.number).padStart(6, '0')}` : null;
  const other =
    request && (side === 'provider' ? request.requester : `${request.department}, ${request.hospital}`);
  const moved = fromStartAt !== null && fromStartAt !== startAt;
  const named = kind === 'booking_reassigned' || kind === 'booking_given' || kind === 'waiting_offered';
  return (
    <>
      {moved && (
        <span className={classes.when}>
          {t('notifications.from')} <Time at={fromStartAt} show="clock" />
        </span>
      )}
      {startAt !== null && (
        <span>
          {moved && `${t('notifications.to')} `}
          <Time at={startAt} show={kind === 'remind_minutes' ? 'both' : 'clock'} strong />
          {endAt !== null && (
            <>
              {` ${t('notifications.span')} `}
              <Time at={endAt} show="clock" strong />
            </>
          )}
        </span>
      )}
      {request && <span>{[number, other, named ? practitioner : null].filter(Boolean).join(' · ')}</span>}
      {swap && <SwapDetail swap={swap} />}
      {kind === 'urgent_alarmed' && reason !== null && <span>{t(`notifications.alarm.${reason}`)}</span>}
      {kind === 'booking_cancelled' && reason !== null && (
        <span>{t([`notifications.reason.${reason}`, 'notifications.reason.other'])}</span>
      )}
    </>
  );
}

/** Which shift, between whom, and against which one. */
function SwapDetail({ swap }: { swap: NonNullable<Notification['swap']> }) {
  const { t } = useTranslation();
  return (
    <>
      <span>
        <Time at={swap.startAt} show="clock" strong /> {t('notifications.span')}{' '}
        <Time at={swap.endAt} show="clock" strong />
      </span>
      <span>{t('notifications.swap.between', { from: swap.from, to: swap.to })}</span>
      {swap.inReturnAt !== null && (
        <span>
          {t('notifications.swap.inReturn')} <Time at={swap.inReturnAt} show="clock" />
        </span>
      )}
    </>
  );
}
