/**
 * Whether a browser sent this request from a page of ours (OWASP CSRF Cheat Sheet: Fetch Metadata, then Origin).
 * Programs that are no browsers send neither header; they carry no ambient cookies and so cannot be misled.
 * @param publicUrl where people reach the server; null = wherever the request's `Host` says.
 */
export function isOwnOrigin(
  headers: { origin?: string | undefined; host?: string | undefined; fetchSite?: string | undefined },
  publicUrl: string | null,
): boolean {
  if (headers.fetchSite && headers.fetchSite !== 'same-origin' && headers.fetchSite !== 'none') return false;
  if (headers.origin === undefined) return true;
  if (publicUrl) return headers.origin === new URL(publicUrl).origin;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
