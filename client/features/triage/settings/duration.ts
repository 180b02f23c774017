/** Seconds as people write them in a form: "0:40", "15:00", "240:00", minutes and seconds. */
export const durationText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** What was typed, "2:30" or "2" for whole minutes, in seconds; null when it is neither. Pure. */
export function secondsOf(text: string): number | null {
  const found = /^(\d{1,4})(?:[:.](\d{2}))?$/.exec(text.trim());
  if (!found) return null;
  const seconds = Number(found[2] ?? 0);
  return seconds > 59 ? null : Number(found[1]) * 60 + seconds;
}
