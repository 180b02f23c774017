/** `2026Q4` → its year, number and the first day of each month (`YYYY-MM-DD`). */
export function partsOf(quarter: string): { year: string; number: number; months: string[] } {
  const year = quarter.slice(0, 4);
  const number = Number(quarter.slice(5));
  const months = [2, 1, 0].map((back) => `${year}-${String(number * 3 - back).padStart(2, '0')}-01`);
  return { year, number, months };
}

/** The one to begin with: the newest in which something is left to do, else the running one. */
export function firstQuarter(given: {
  quarters: readonly { quarter: string; open: number }[];
  current: string;
}): string {
  return given.quarters.find(({ open }) => open > 0)?.quarter ?? given.current;
}
