import type { Request, Response } from 'express';
import type { Deps } from '../../../kernel/deps.ts';
import { notFound, tooMany } from '../../../kernel/errors.ts';
import { limitsOf } from '../../identity/index.ts';
import { tokenHashOf } from './keep-feed.ts';
import { readFeed } from './read-feed.ts';

/** Answers calendar programs, which know no session: by the secret in the address alone. */
export function serveFeed(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const { token } = req.query;
    if (typeof token !== 'string' || token === '') throw notFound('calendar');
    const refusal = await limitsOf(deps).take({ calendar: tokenHashOf(token), calendarIp: req.ip ?? '' });
    if (refusal) {
      res.set('Retry-After', String(refusal.retryAfter));
      throw tooMany('too_many_requests', { data: refusal });
    }
    const { text, etag, changedAt } = await readFeed(deps, token);
    res
      .set('Cache-Control', 'private, no-cache')
      .set('Content-Disposition', 'inline; filename="telkonnet.ics"')
      .set('ETag', `"${etag}"`)
      .set('Last-Modified', changedAt.toUTCString())
      .type('text/calendar; charset=utf-8')
      // Answers 304 by itself when the caller has this state.
      .send(text);
  };
}
