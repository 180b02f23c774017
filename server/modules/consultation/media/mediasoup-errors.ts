import { errors } from 'mediasoup';
import { AppError, conflict, invalid, unavailable } from '../../../kernel/errors.ts';

/** Runs a call into mediasoup; what it refuses becomes one of our errors, so the peer learns what was wrong. */
export async function asking<T>(call: () => Promise<T> | T): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translate(error);
  }
}

function translate(error: unknown): Error {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof TypeError || error instanceof errors.UnsupportedError) {
    return invalid('media_parameters_invalid', { message: error.message });
  }
  if (error instanceof errors.WorkerClosedError || /closed/i.test(error.message)) return unavailable('media');
  return conflict('media_refused', { message: error.message });
}
