/** How long `count` pieces of work took, `workers` of them at a time. */
export type Run = { perSecond: number; milliseconds: number[] };

export const measure = async (
  count: number,
  workers: number,
  work: (at: number, worker: number) => Promise<void>,
): Promise<Run> => {
  const milliseconds: number[] = [];
  const began = performance.now();
  let next = 0;
  const worker = async (_: unknown, number: number) => {
    while (next < count) {
      const at = next++;
      const started = performance.now();
      await work(at, number);
      milliseconds.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return { perSecond: (count / (performance.now() - began)) * 1_000, milliseconds };
};

/** @param share 0.99 for the value that one of a hundred exceeds */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
