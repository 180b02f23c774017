import { z } from 'zod';
import type { Live } from '../../kernel/socket.ts';
import { notificationsChanged } from './contract.ts';

const Told = z.object({ accountIds: z.array(z.string()) });

export const notificationsLive: Live[] = [
  {
    types: ['notification.made'],
    async push(_deps, { payload }) {
      const told = Told.safeParse(payload);
      if (!told.success) return [];
      const to = told.data.accountIds.map((id) => `account:${id}`);
      return [{ to, fact: notificationsChanged, data: {} }];
    },
  },
];
