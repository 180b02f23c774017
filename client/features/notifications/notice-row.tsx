import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notification } from '../../../server/modules/notifications/contract.ts';
import { Time } from '../../ui/time.tsx';
import { deedOf, looks, placeOf } from './notice-kinds.ts';
import { NoticeDetail, useNoticeTitle } from './notice-words.tsx';
import classes from './notices.module.css';

/** One thing that was told; what is unread has a dot, a bold title and says so to the screen reader. */
export function NoticeRow(props: { notice: Notification; onFollow: () => void }) {
  const { t } = useTranslation();
  const titleOf = useNoticeTitle();
  const { notice, onFollow } = props;
  const { icon: Sign, tone } = looks[notice.kind];
  const place = placeOf(notice);
  const deed = deedOf(notice);
  const unread = notice.readAt === null;
  const words = (
    <>
      <span className={classes.title}>
        {unread && (
          <>
            <span className={classes.dot} aria-hidden />
            <VisuallyHidden>{t('notifications.unread')}</VisuallyHidden>
          </>
        )}
        {titleOf(notice)}
      </span>
      <NoticeDetail notice={notice} />
      {deed?.label === 'seeOffer' && notice.expiresAt !== null && (
        <span className={classes.deadline} data-tone="attention">
          {t('notifications.until')} <Time at={notice.expiresAt} />
        </span>
      )}
      <span className={classes.when}>
        <Time at={notice.at} show="distance" />
      </span>
    </>
  );
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <span className={classes.sign} data-tone={tone}>
        <Sign size={22} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.body}>
        {place === null ? (
          <div className={classes.words}>{words}</div>
        ) : (
          <Link to={place} className={classes.words} onClick={onFollow}>
            {words}
          </Link>
        )}
        {deed && (
          <Button component={Link} to={deed.to} onClick={onFollow} className={classes.deed}>
            {t(`notifications.deed.${deed.label}`)}
          </Button>
        )}
      </div>
    </li>
  );
}
