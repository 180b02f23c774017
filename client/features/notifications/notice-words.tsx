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
  const { request, side, practitioner, startAt, fromStartAt, kind, reason } = props.notice;
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
        </span>
      )}
      {request && <span>{[number, other, named ? practitioner : null].filter(Boolean).join(' · ')}</span>}
      {kind === 'booking_cancelled' && reason !== null && (
        <span>{t([`notifications.reason.${reason}`, 'notifications.reason.other'])}</span>
      )}
    </>
  );
}
