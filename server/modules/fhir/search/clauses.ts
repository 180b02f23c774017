import type { Context } from '../types.ts';
import { type DateParam, dateParam, instantMatches } from './date-param.ts';
import { isUuid, referenceParam, tokenParam } from './token-param.ts';

/** Clauses that the definitions share. Each gives null when nothing can match and undefined when unreadable. */

/** `patient=Patient/…`, an id, or this server's absolute address. */
export function refersTo<W>(type: string, clause: (id: string) => W) {
  return (value: string, context: Context): W | null => {
    const id = referenceParam(value, type, context.base);
    return id !== null && isUuid(id) ? clause(id) : null;
  };
}

export function onInstant<W>(clause: (matches: ReturnType<typeof instantMatches>) => W) {
  return onDate((param) => clause(instantMatches(param)));
}

export function onDate<W>(clause: (param: DateParam) => W) {
  return (value: string): W | undefined => {
    const param = dateParam(value);
    return param ? clause(param) : undefined;
  };
}

/** FHIR's string search: begins with, without regard to case. */
export function beginsWith<W>(clause: (matches: { startsWith: string; mode: 'insensitive' }) => W) {
  return (value: string): W => clause({ startsWith: value.trim(), mode: 'insensitive' });
}

/** A code of one code system → the values of our own column that mean it. */
export function codeOf<V extends string, W>(
  meanings: Record<string, readonly V[]>,
  clause: (values: V[]) => W,
) {
  return (value: string): W | null => {
    const own = meanings[tokenParam(value).code];
    return own ? clause([...own]) : null;
  };
}

/** A number shown as `K-000123`. */
export function numberOf<W>(letter: string, clause: (number: number) => W) {
  return (value: string): W | null => {
    const match = new RegExp(`^${letter}-(\\d{1,9})$`).exec(tokenParam(value).code);
    return match ? clause(Number(match[1])) : null;
  };
}
