import type { Actor } from '../../kernel/actor.ts';

/** Statistics name nobody, and still are for those only whose task they are. */
export const maySeeStatistics = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'evaluator' || role === 'network_admin';
