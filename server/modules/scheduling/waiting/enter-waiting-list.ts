import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { addDays, dateOf, dayBounds } from '../../../kernel/zoned-time.ts';
import { createRequest } from '../../requests/index.ts';
import { whatIsAsked } from '../booking/what-is-asked.ts';
import { patientOf, patientProblems } from '../booking/whom-it-is-about.ts';
import { mayBook } from '../policy.ts';
import type { enterWaitingList as endpoint } from '../waiting-contract.ts';
import { waitingEntries } from './present-waiting.ts';
import { waitingEvent } from './waiting-event.ts';
import { readWish } from './wish.ts';

type Entered = Input<typeof endpoint>;

/** Asks for a consultation without a time: patient, consent, request and entry in one transaction. */
export async function enterWaitingList(
  deps: Deps,
  actor: Actor,
  input: Entered,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  if (!mayBook(actor)) throw forbidden();
  const fields = patientProblems(input);
  if (Object.keys(fields).length > 0) throw invalid('request_incomplete', { fields });
  const now = deps.clock.now();
  const today = dateOf(now.getTime());
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const { columns, addressee } = await readWish(tx, input.specialtyCode, input.wish, today);
      const patientId = await patientOf(deps, tx, actor, input);
      const request = await createRequest(deps, tx, actor, {
        kind: 'scheduled',
        urgency: input.wish.urgency,
        patientId,
        ...whatIsAsked(input),
        providerDepartmentId: addressee.id,
        answerDueAt: input.answerDueAt ? new Date(input.answerDueAt) : answerDue(input, today),
      });
      const row = await tx.waitingEntry.create({
        data: {
          ...columns,
          requestId: request.id,
          organisationId: actor.organisationId,
          specialtyCode: input.specialtyCode,
          enteredById: actor.accountId,
          createdAt: now,
        },
      });
      await deps.record(tx, actor, waitingEvent('entered', row, request.patientId));
      const [entry] = await waitingEntries(tx, { id: row.id }, deps.clock.now());
      if (!entry) throw new Error('an entry that was just made is not there');
      return { entry, patientId: request.patientId };
    }),
  );
}

/** Three days after the last day of the wish, as after a booked time; with an open wish in a month. */
const answerDue = ({ wish }: Entered, today: string): Date =>
  new Date(dayBounds(wish.untilDay ? addDays(wish.untilDay, 3) : addDays(today, 30)).end);
