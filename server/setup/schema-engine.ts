import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { DatabaseError, type Pool, type QueryArrayConfig } from 'pg';

/**
 * Prisma's migration engine as WebAssembly, on our own PostgreSQL driver. The `prisma migrate` command would
 * download a native engine first, which a machine with only the npm registry cannot.
 * `shadow` is an empty database to try migrations in; only comparing needs it. The caller ends both pools.
 */
export const openSchemaEngine = async (
  main: Pool,
  shadow: Pool = main,
  datamodels?: [string, string][],
): Promise<engine.SchemaEngine> => {
  await load();
  const factory = new PrismaPg(main);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => wholeScripts(await connect(), main);
  factory.connectToShadowDb = async () =>
    wholeScripts(await new PrismaPg(readable(shadow)).connect(), shadow);
  return engine.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
};

/**
 * The adapter cuts a script at every semicolon, also inside function bodies and comments. Sent whole, PostgreSQL
 * reads it itself and runs it as one transaction: a migration that fails halfway leaves nothing behind.
 */
const wholeScripts = <A extends { executeScript(script: string): Promise<void> }>(
  adapter: A,
  pool: Pool,
): A => {
  adapter.executeScript = async (script) => {
    const client = await pool.connect();
    try {
      await client.query(script);
    } catch (error) {
      throw error instanceof DatabaseError ? asAdapterError(error) : error;
    } finally {
      client.release();
    }
  };
  return adapter;
};

/** The engine shows the message of this error only; of any other it says "external error". */
const asAdapterError = (error: DatabaseError): DriverAdapterError =>
  new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? '',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });

/**
 * PostgreSQL's catalogue holds the one-byte type "char" (18), which the engine reads but the adapter refuses;
 * it is presented to the adapter as text. The adapter asks the pool with one argument, and so may nobody else.
 */
const readable = (pool: Pool): Pool => {
  const query = async (config: QueryArrayConfig) => {
    const client = await pool.connect();
    try {
      const result = await client.query(config);
      for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 1042;
      return result;
    } finally {
      client.release();
    }
  };
  return Object.defineProperty(pool, 'query', { value: query });
};

let loading: Promise<void> | null = null;

const load = (): Promise<void> => {
  loading ??= instantiate();
  return loading;
};

const instantiate = async (): Promise<void> => {
  const wasm = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')).replace(
    /\.js$/,
    '.wasm',
  );
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
};
