import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Notification } from '../../../server/modules/notifications/contract.ts';
import { Time } from '../../ui/time.tsx';
import { deedOf, looks, placeOf } from './notice-kinds.ts';
import { NoticeDetail, useNoticeTitle } from './notice-words.tsx';
import classes from './notices.module.css';
import { useMarkRead } from './use-notices.ts';

/** Older than this it is no news: the window was asleep. */
const freshMs = 10 * 60_000;

/** Shows what comes while somebody works: what changes the day or has a deadline, with the one step to take. */
export function NewsWatch(props: { items: readonly Notification[]; loaded: boolean }) {
  const navigate = useNavigate();
  const mark = useMarkRead();
  const known = useRef<Set<string> | null>(null);
  const here = useLocation().pathname;
  const { items, loaded } = props;
  useEffect(() => {
    if (!loaded) return;
    const news = known.current && items.filter(({ id }) => !known.current?.has(id));
    known.current = new Set([...(known.current ?? []), ...items.map(({ id }) => id)]);
    for (const notice of news ?? []) {
      const isNew = notice.readAt === null && Date.now() - Date.parse(notice.at) < freshMs;
      if (!looks[notice.kind].toast || !isNew) continue;
      const follow = (to: string) => {
        notifications.hide(notice.id);
        mark.mutate({ ids: [notice.id] });
        void navigate(to);
      };
      show(notice, here, follow);
    }
  }, [items, loaded, here, mark, navigate]);
  return null;
}

function show(notice: Notification, here: string, follow: (to: string) => void): void {
  const { icon: Sign } = looks[notice.kind];
  const deed = deedOf(notice);
  const place = placeOf(notice);
  notifications.show({
    id: notice.id,
    message: <Toast notice={notice} to={deed?.to ?? (place === here ? null : place)} onFollow={follow} />,
    color: 'blue',
    icon: <Sign size={22} aria-hidden />,
    // What has a step to take stays until it is taken or put away.
    autoClose: deed ? false : 15_000,
  });
}

/** Lives outside of the pages, so it takes its way from who shows it. */
function Toast(props: { notice: Notification; to: string | null; onFollow: (to: string) => void }) {
  const { t } = useTranslation();
  const titleOf = useNoticeTitle();
  const { notice, to } = props;
  const deed = deedOf(notice);
  return (
    <div className={classes.toast}>
      <strong>{titleOf(notice)}</strong>
      <NoticeDetail notice={notice} />
      {deed?.label === 'seeOffer' && notice.expiresAt !== null && (
        <span className={classes.deadline}>
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
