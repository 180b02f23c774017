import { useState } from 'react';

/**
 * The server's time for a device whose clock may be wrong by hours: what the server said when it was asked, plus
 * what has passed here since. Both in ms since 1970.
 */
export function useServerNow(saidNow: string, now: number): number {
  const [heard, setHeard] = useState(() => ({ saidNow, at: Date.now() }));
  if (heard.saidNow !== saidNow) setHeard({ saidNow, at: Date.now() });
  return Date.parse(heard.saidNow) + (now - heard.at);
}
