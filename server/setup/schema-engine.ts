import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
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
  factory.connectToShadowDb = async () => wholeScripts(await connectReadable(shadow), shadow);
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
 * PostgreSQL's catalogue holds the one-byte type "char" (18). The engine reads it when it compares, but the adapter
 * refuses it: it is shown to the adapter as text and handed on to the engine as what it is.
 */
const connectReadable = async (pool: Pool) => {
  const chars = new WeakMap<object, number[]>();
  const query = async (config: QueryArrayConfig) => {
    const client = await pool.connect();
    try {
      const result = await client.query(config);
      const at = result.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
      for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
      chars.set(result.rows, at);
      return result;
    } finally {
      client.release();
    }
  };
  const adapter = await new PrismaPg(Object.defineProperty(pool, 'query', { value: query })).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    for (const index of chars.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
};

let loading: Promise<void> | null = null;

const load = (): Promise<void> => {
  loading ??= instantiate();
  return loading;
};

const instantiate = async (): Promise<void> => {
  const set_message = (message: string) => {
    throw new Error(message);
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } });
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
};
