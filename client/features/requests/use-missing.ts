import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import type { RequestDraft } from './request-draft.ts';
import { type Field, whatIsMissing } from './what-is-missing.ts';

export function useMissing(draft: RequestDraft, needsRequester: boolean): Field[] {
  return whatIsMissing(draft, needsRequester, dayOf(new Date(useNow()).toISOString()));
}
