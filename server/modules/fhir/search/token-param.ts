export type TokenParam = { system: string | null; code: string };

/** `system|code`, `|code` or `code`. */
export function tokenParam(given: string): TokenParam {
  const at = given.indexOf('|');
  if (at < 0) return { system: null, code: given };
  return { system: given.slice(0, at), code: given.slice(at + 1) };
}

/** The code when the system is the expected one or was not given; otherwise null: nothing can match. */
export function codeIn(token: TokenParam, system: string): string | null {
  return token.system === null || token.system === system ? token.code : null;
}

/** The id of `Type/id` or `id`, or of an absolute address on this server; null when it names another type. */
export function referenceParam(given: string, type: string, base: string): string | null {
  const relative = given.startsWith(`${base}/`) ? given.slice(base.length + 1) : given;
  const [first = '', second, ...rest] = relative.split('/');
  if (rest.length > 0) return null;
  if (second === undefined) return first;
  return first === type ? second : null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ids of this server are lower-case UUIDs; asking the database for another text would be an error. */
export const isUuid = (text: string): boolean => uuid.test(text);
