import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import type { CallOptions } from '../../../lib/call.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useSendWith } from '../../../lib/query.ts';
import type { Done, Saved } from './done.ts';
import { useHits } from './use-hits.ts';

/**
 * Saves one thing of the plan, and says while it is typed whom that would hit.
 * @param given.name names the thing; `fields` null = not complete; `places` where the wire's errors belong in the form
 * @param given.send the call, with `dryRun` to try it only
 */
export function useSaving<F extends object>(given: {
  name: string;
  form: Parameters<typeof showFieldErrors>[1];
  places?: Record<string, string>;
  fields: F | null;
  send: (asked: F & { dryRun?: boolean }, options: CallOptions) => Promise<Saved>;
  onDone: Done;
}) {
  const { t } = useTranslation();
  const { form, places, fields, send } = given;
  const [failure, setFailure] = useState<string | null>(null);
  const saving = useSendWith((asked: F, key) => send(asked, { key }), {
    refresh: [getPlan],
    onSuccess: ({ affected }) => given.onDone(affected),
    onError: (error) => setFailure(showFieldErrors(t, form, error, places)),
  });
  const hits = useHits(given.name, fields, (asked, signal) => send({ ...asked, dryRun: true }, { signal }));
  return {
    hits,
    save: () => {
      if (fields) saving.mutate(fields);
    },
    /** What {@link FormEnd} shows. */
    end: { failure, hits: hits.data?.length ?? 0, busy: saving.isPending, disabled: fields === null },
  };
}
