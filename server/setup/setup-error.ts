/** A set-up step that cannot go on. Printed as one line: the cause, then what the reader can do about it. */
export class SetupError extends Error {
  readonly remedy: string;

  constructor(cause: string, remedy: string, options?: ErrorOptions) {
    super(cause, options);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/** The first line of whatever was thrown; drivers put a whole page into their messages. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const text = error instanceof Error ? error.message || error.name : String(error);
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? text
  );
};

/** The one line that a person reads when set-up stops. */
export const lineFor = (error: unknown): string =>
  error instanceof SetupError ? `${error.message} ${error.remedy}` : `Set-up failed: ${reasonOf(error)}`;
