import pg from 'pg';

export type Statement = { text: string; values: unknown[]; name?: string };
export type Recorder = {
  /** What some work sends, statement by statement. */
  record(work: () => Promise<unknown>): Promise<Statement[]>;
  remove(): void;
};

/** Hears what every connection sends that is opened from now on, in this process. */
export const installRecorder = (): Recorder => {
  const { prototype } = pg.Client;
  const { query } = prototype;
  let recorded: Statement[] | null = null;
  prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [statement, values] = sent;
    const {
      text,
      values: own,
      name,
    } = typeof statement === 'string'
      ? { text: statement, values, name: undefined }
      : (statement as Statement);
    recorded?.push({ text, values: (own as unknown[] | undefined) ?? [], ...(name ? { name } : {}) });
    return Reflect.apply(query, this, sent);
  } as typeof query;
  return {
    record: async (work) => {
      const heard: Statement[] = [];
      recorded = heard;
      try {
        await work();
      } finally {
        recorded = null;
      }
      return heard;
    },
    remove: () => {
      prototype.query = query;
    },
  };
};
