import type { Live } from '../../kernel/socket.ts';
import { directoryChanged } from './contract.ts';

/** Open windows of the network's administrators hear of every change of the directory. */
export const directoryLive: Live[] = [
  {
    types: ['organisation.changed', 'account.created', 'account.changed'],
    push: async (_deps, { payload }) => [
      {
        to: ['role:network_admin'],
        fact: directoryChanged,
        data: { organisationId: organisationOf(payload) },
      },
    ],
  },
];

const organisationOf = (payload: unknown): string | null => {
  const id =
    payload && typeof payload === 'object' && 'organisationId' in payload ? payload.organisationId : null;
  return typeof id === 'string' ? id : null;
};
