import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { searchIcd as endpoint } from './contract.ts';
import { checkIcdCode } from './icd.ts';
import { findIcdSuggestion, searchIcd } from './icd-catalogue.ts';

/** Suggested diagnoses; no patient is in them, so everyone signed in may look. */
export async function findIcd(
  _deps: Deps,
  _actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const check = checkIcdCode(input.q);
  return {
    entries: searchIcd(input.q, input.limit),
    unlisted: check.valid && !findIcdSuggestion(check.code) ? check.code : null,
  };
}
