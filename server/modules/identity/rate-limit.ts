import type { NextFunction, Request, Response } from 'express';
import type { Deps } from '../../kernel/deps.ts';
import { tooMany } from '../../kernel/errors.ts';
import { asksWho } from './authenticate.ts';
import { limitsOf } from './limits.ts';

/**
 * Middleware after `authenticate`: counts calls per account, or per address for whoever is not signed in.
 * @throws too_many `too_many_requests` with `data.retryAfter` in seconds
 */
export function rateLimit(deps: Deps) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    if (asksWho(req.path)) {
      const { actor } = res.locals;
      const refusal = await limitsOf(deps).take(actor ? { account: actor.accountId } : { ip: req.ip ?? '' });
      if (refusal) {
        res.set('Retry-After', String(refusal.retryAfter));
        throw tooMany('too_many_requests', { data: refusal });
      }
    }
    next();
  };
}
