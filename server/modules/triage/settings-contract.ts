/** How a department rings: targets and deadlines per urgency, and its place in the network's levels. */
import { z } from 'zod';
import { endpoint, Id } from '../../kernel/wire.ts';

/** 1 regional, 2 main. */
export const Level = z.int().min(1).max(2);

const Seconds = (least: number, most: number) =>
  z.int('seconds_invalid').min(least, 'seconds_invalid').max(most, 'seconds_invalid');

/** In seconds. `target`: doctor on screen; the others: how long a step rings before the next one begins. */
export const UrgencySetting = z.strictObject({
  target: Seconds(60, 86_400),
  primary: Seconds(10, 86_400),
  deputy: Seconds(10, 86_400),
  department: Seconds(10, 86_400),
});
export type UrgencySetting = z.infer<typeof UrgencySetting>;

export const UrgencySettings = z.strictObject({
  immediate: UrgencySetting,
  urgent: UrgencySetting,
  today: UrgencySetting,
});
export type UrgencySettings = z.infer<typeof UrgencySettings>;

const Settings = z.object({
  departmentId: Id,
  settings: UrgencySettings,
  /** What holds where a department has set nothing, with version and source. */
  defaults: UrgencySettings,
  defaultsVersion: z.string(),
  /** Of which urgencies the department has set its own. */
  own: z.array(z.enum(['immediate', 'urgent', 'today'])),
});

export const getUrgentSettings = endpoint({
  method: 'get',
  path: '/api/urgent-settings',
  summary: "The own department's targets and deadlines",
  reply: Settings,
});

export const changeUrgentSettings = endpoint({
  method: 'put',
  path: '/api/urgent-settings',
  summary: "Change the own department's targets and deadlines; holds for requests raised from now on",
  body: z.object({ settings: UrgencySettings }),
  reply: Settings,
  errors: ['steps_beyond_target'],
});

export const DepartmentLevel = z.object({
  departmentId: Id,
  name: z.string(),
  organisation: z.string(),
  level: Level,
  nextDepartmentId: Id.nullable(),
});
export type DepartmentLevel = z.infer<typeof DepartmentLevel>;

export const listLevels = endpoint({
  method: 'get',
  path: '/api/urgent-levels',
  summary: 'Departments with their level and where each raises a request to',
  reply: z.object({ departments: z.array(DepartmentLevel) }),
});

export const changeLevel = endpoint({
  method: 'put',
  path: '/api/urgent-levels/:departmentId',
  summary: "Set a department's level and next level (network administrator)",
  params: z.object({ departmentId: Id }),
  body: z.object({ level: Level, nextDepartmentId: Id.nullable() }),
  reply: DepartmentLevel,
  errors: ['department_unknown', 'next_level_circular'],
});
