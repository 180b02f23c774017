/** The worker that set-up has found or built; `npm test` names it. */
export function workerBin(): string {
  const path = process.env.MEDIASOUP_WORKER_BIN;
  if (!path) throw new Error('MEDIASOUP_WORKER_BIN is not set. Run the tests by "npm test", which sets it.');
  return path;
}
