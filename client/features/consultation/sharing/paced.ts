/**
 * Passes values on at most once per `gap` ms: the first at once, then the newest of those that came meanwhile. What
 * comes in between is passed over.
 */
export function paced<T>(
  gap: number,
  pass: (value: T) => void,
): { put: (value: T) => void; close: () => void } {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    put(value);
  };
  const put = (value: T) => {
    if (timer !== undefined) {
      waiting = { value };
      return;
    }
    timer = setTimeout(next, gap);
    pass(value);
  };
  return { put, close: () => clearTimeout(timer) };
}
