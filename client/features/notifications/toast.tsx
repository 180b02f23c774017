import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../server/modules/notifications/contract.ts';
import { Time } from '../../ui/time.tsx';
import { deedOf, looks, placeOf } from './notice-kinds.ts';
import { NoticeDetail, useNoticeTitle } from './notice-words.tsx';
import classes from './notices.module.css';

/** Of one booking only the last word counts. */
const idOf = (notice: Notification): string => `news-${notice.bookingId ?? notice.request?.id ?? notice.id}`;
/** Which notice a toast says now. */
const shown = new Map<string, string>();

export function showToast(notice: Notification, close: string, follow: (to: string) => void): void {
  const id = idOf(notice);
  const { icon: Sign } = looks[notice.kind];
  notifications.hide(id);
  shown.set(id, notice.id);
  notifications.show({
    id,
    message: <Toast notice={notice} onFollow={follow} />,
    color: 'blue',
    icon: <Sign size={22} aria-hidden />,
    // What has a step to take stays until it is taken or put away.
    autoClose: deedOf(notice) ? false : 15_000,
    closeButtonProps: { 'aria-label': close },
  });
}

export function hideToast(notice: Notification): void {
  const id = idOf(notice);
  if (shown.get(id) !== notice.id) return;
  shown.delete(id);
  notifications.hide(id);
}

/** Lives outside of the pages, so it takes its way from who shows it. */
function Toast(props: { notice: Notification; onFollow: (to: string) => void }) {
  const { t } = useTranslation();
  const titleOf = useNoticeTitle();
  const { notice } = props;
  const deed = deedOf(notice);
  const to = deed?.to ?? placeOf(notice);
  return (
    <div className={classes.toast}>
      <strong>{titleOf(notice)}</strong>
      <NoticeDetail notice={notice} />
      {deed?.label === 'seeOffer' && notice.expiresAt !== null && (
        <span className={classes.deadline} data-tone="attention">
          {t('notifications.until')} <Time at={notice.expiresAt} />
        </span>
      )}
      {to !== null && (
        <Button variant={deed ? 'filled' : 'light'} onClick={() => props.onFollow(to)}>
          {t(deed ? `notifications.deed.${deed.label}` : 'notifications.deed.see')}
        </Button>
      )}
    </div>
  );
}
