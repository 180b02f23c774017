import type { Tx } from '../../../kernel/db.ts';
import type { Context, Resource, ResourceType } from '../types.ts';

export type ParamType = 'token' | 'date' | 'string' | 'reference';

/** A search parameter: how one given value narrows the rows, and where need be the resources made of them. */
export type Param<W> = {
  type: ParamType;
  documentation: string;
  /** Null: nothing can match. Undefined: the value cannot be read. */
  where: (value: string, context: Context) => W | null | undefined;
  keep?: (resource: Resource, value: string) => boolean;
};

/** About whom a resource tells: for the audit. */
export type About = { patientId?: string; requestId?: string };

export type Definition<W, Row extends { id: string }> = {
  type: ResourceType;
  /** Whether it tells of patients: then statistics and administration do not get it, and reads are recorded. */
  clinical: boolean;
  profile?: string | string[];
  documentation: string;
  params: Record<string, Param<W>>;
  /** The condition that any of these holds. */
  any: (list: W[]) => W;
  /** The row that a resource's id names; null when it can name none. */
  byId: (rowId: string) => W;
  from: (rowId: string) => W;
  /** Rows that satisfy all conditions, by ascending id. */
  rows: (tx: Tx, all: W[], take: number) => Promise<Row[]>;
  /** A row's resources by ascending id. */
  resources: (row: Row, context: Context) => Resource[];
  about: (row: Row) => About;
};

export type Found = { resource: Resource; about: About };
/** Values of one given parameter: any of them may match. */
export type Filter = { name: string; values: string[] };
export type Ask = { filters: Filter[]; after: string | null; take: number };

export type Served = Pick<Definition<never, never>, 'type' | 'clinical' | 'documentation'> & {
  profiles: string[];
  params: { name: string; type: ParamType; documentation: string }[];
  read: (tx: Tx, id: string, context: Context) => Promise<Found | null>;
  /** @throws RangeError with the name of a parameter whose value cannot be read. */
  search: (tx: Tx, ask: Ask, context: Context) => Promise<Found[]>;
};
