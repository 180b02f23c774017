import type { BoardItem } from '../../../../server/modules/triage/queue-contract.ts';
import type { Words } from '../waiting/ladder-words.ts';

/** How many names are said before the others are counted. */
const named = 2;

/** Who is being rung for a waiting request, at which step. Pure. */
export function ringWords({ rung, step }: Pick<BoardItem, 'rung' | 'step'>): Words {
  const at = step ?? 'department';
  const names = rung.slice(0, named).join(', ');
  const more = rung.length - named;
  if (rung.length === 0) return { key: 'triage.board.ring.nobody' };
  if (more > 0) return { key: `triage.board.ring.many.${at}`, values: { names, count: more } };
  return { key: `triage.board.ring.named.${at}`, values: { names } };
}
