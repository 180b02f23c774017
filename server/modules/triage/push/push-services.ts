/** Push services of the browsers' makers, as host or as `.domain`. The server calls no other address for anybody. */
export const pushServices: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
];

/** Whether the address that a browser names is one of a push service. Pure. */
export function isPushService(endpoint: string, also: readonly string[] = []): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, hostname } = new URL(endpoint);
  if (protocol !== 'https:') return false;
  return (
    also.includes(host) ||
    pushServices.some((one) => (one.startsWith('.') ? hostname.endsWith(one) : hostname === one))
  );
}
