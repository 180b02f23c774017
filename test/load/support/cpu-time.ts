import { readFileSync } from 'node:fs';

/** Clock ticks per second of /proc, 100 on every Linux that Node runs on (proc(5), USER_HZ). */
const ticks = 100;

/** CPU time that a process has used so far, user and system, in ms. */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold blanks; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}
