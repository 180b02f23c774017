import type { Live } from '../../kernel/socket.ts';
import { recordsChanged } from './contract.ts';

export const recordsLive: Live[] = [
  {
    types: ['report.drafted', 'report.discarded', 'report.finalised'],
    async push(deps, { type, requestId }) {
      if (!requestId) return [];
      const sides = await deps.db.system((tx) =>
        tx.consultRequest.findUnique({
          where: { id: requestId },
          select: { requesterOrganisationId: true, providerDepartmentId: true },
        }),
      );
      if (!sides) return [];
      const department = `department:${sides.providerDepartmentId}`;
      // Drafts are the department's own.
      const to =
        type === 'report.finalised'
          ? [department, `organisation:${sides.requesterOrganisationId}`]
          : [department];
      return [{ to, fact: recordsChanged, data: { requestId } }];
    },
  },
];
