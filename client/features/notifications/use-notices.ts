import { useInfiniteQuery } from '@tanstack/react-query';
import {
  listNotifications,
  notificationsChanged,
  readNotifications,
} from '../../../server/modules/notifications/contract.ts';
import { call } from '../../lib/call.ts';
import { keyOf, useSend } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { tellError } from '../../ui/tell.tsx';

/** What one was told, newest first, page by page; and how much of it is unread. */
export function useNotices() {
  const query = useInfiniteQuery({
    queryKey: keyOf(listNotifications),
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  useLive(notificationsChanged, [keyOf(listNotifications)]);
  return {
    query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    unread: query.data?.pages[0]?.unread ?? 0,
  };
}

export const useMarkRead = () =>
  useSend(readNotifications, { refresh: [listNotifications], onError: tellError });
