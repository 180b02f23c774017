import type { Live } from '../../kernel/socket.ts';
import { billingChanged } from './contract.ts';

export const billingLive: Live[] = [
  {
    types: ['billing.decided', 'billing.exported'],
    push: async () => [{ to: ['role:network_admin'], fact: billingChanged, data: {} }],
  },
];
