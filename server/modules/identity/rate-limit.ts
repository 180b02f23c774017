import type { NextFunction, Request, Response } from 'express';
import type { Deps } from '../../kernel/deps.ts';
import { tooMany } from '../../kernel/errors.ts';
import { asksWho } from './authenticate.ts';
import { limitsOf, type Refusal } from './limits.ts';

/** Calls are written down by the dozen: a row changed at every read would cost more than the reading. */
const step = 25;
/** More callers than this at once are forgotten together; what is forgotten is less than a step each. */
const mostCallers = 20_000;

type Count = { calls: number; closedUntil: number };

/**
 * Middleware after `authenticate`: counts calls per account, or per address for whoever is not signed in.
 * All server processes count together, each to within one step.
 * @throws too_many `too_many_requests` with `data.retryAfter` in seconds
 */
export function rateLimit(deps: Deps) {
  const counts = new Map<string, Count>();
  const countOf = (key: string): Count => {
    const count = counts.get(key) ?? { calls: 0, closedUntil: 0 };
    if (counts.size >= mostCallers) counts.clear();
    counts.set(key, count);
    return count;
  };
  const take = async (key: string, keys: { account: string } | { ip: string }): Promise<Refusal | null> => {
    const count = countOf(key);
    const now = Date.now();
    if (now < count.closedUntil) return { retryAfter: Math.ceil((count.closedUntil - now) / 1000) };
    count.calls += 1;
    if (count.calls < step) return null;
    count.calls = 0;
    const refusal = await limitsOf(deps).take(keys, step);
    if (refusal) count.closedUntil = now + refusal.retryAfter * 1000;
    return refusal;
  };
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    if (asksWho(req.path)) {
      const { actor } = res.locals;
      const key = actor ? { account: actor.accountId } : { ip: req.ip ?? '' };
      const refusal = await take(Object.values(key).join(), key);
      if (refusal) {
        res.set('Retry-After', String(refusal.retryAfter));
        throw tooMany('too_many_requests', { data: refusal });
      }
    }
    next();
  };
}
