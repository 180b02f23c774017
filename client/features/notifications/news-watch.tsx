import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Notification } from '../../../server/modules/notifications/contract.ts';
import { looks } from './notice-kinds.ts';
import { hideToast, showToast } from './toast.tsx';
import { useMarkRead } from './use-notices.ts';

/** Older than this it is no news: the window was asleep. */
const freshMs = 10 * 60_000;

/**
 * Shows what comes while somebody works: what changes the day or has a deadline, with the one step to take. Nothing is
 * shown twice: while the list is open, it is in view there.
 */
export function NewsWatch(props: { items: readonly Notification[]; loaded: boolean; listed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutate: mark } = useMarkRead();
  const known = useRef<ReadonlySet<string> | null>(null);
  const { items, loaded, listed } = props;
  useEffect(() => {
    if (!loaded) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...items.map(({ id }) => id)]);
    if (before === null || listed) return;
    for (const notice of items.filter(({ id }) => !before.has(id)).reverse()) {
      const isFresh = Date.now() - Date.parse(notice.at) < freshMs;
      if (!looks[notice.kind].toast || notice.readAt !== null || !isFresh) continue;
      const follow = (to: string) => {
        hideToast(notice);
        mark({ ids: [notice.id] });
        void navigate(to);
      };
      showToast(notice, t('ui.close'), follow);
    }
  }, [items, loaded, listed, mark, navigate, t]);
  useEffect(() => {
    // What is no longer true, or was read elsewhere, must not go on being said.
    for (const notice of items) if (listed || notice.readAt !== null || isOver(notice)) hideToast(notice);
  }, [items, listed]);
  return null;
}

/** An offer that went to somebody else, a reminder of what was moved, an alarm that was answered. */
const isOver = ({ kind, open }: Notification): boolean =>
  (kind === 'waiting_offered' || kind === 'remind_minutes' || kind === 'urgent_alarmed') && !open;
