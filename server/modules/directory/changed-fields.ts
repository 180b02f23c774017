/** Names of the fields whose value differs; the values themselves stay out of the event log. */
export function changedFields<T extends object>(before: T, after: { [K in keyof T]?: unknown }): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter((name) => before[name] !== after[name]);
}
