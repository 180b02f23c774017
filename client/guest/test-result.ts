import type { DevicesResult, LineResult } from './line-verdict.ts';
import type { TestWords } from './test-words.ts';
import { fill, type Language } from './words.ts';

/** The rows of the result, as a person reads them. */
export function rowsOf(result: LineResult, words: TestWords, language: Language): [string, string][] {
  const { line } = words;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const said = (value: number | null, text: string) =>
    value === null ? line.unknown : fill(text, { value: number.format(value) });
  const inMegabits = (bits: number | null) => (bits === null ? null : bits / 1_000_000);
  return [
    [line.udp, line[result.ways.udp]],
    [line.tcp, line[result.ways.tcp]],
    [line.relay, line[result.ways.relay]],
    [line.up, said(inMegabits(result.up), line.megabits)],
    [line.down, said(inMegabits(result.down), line.megabits)],
    [line.roundTrip, said(result.roundTripMs, line.milliseconds)],
    [line.loss, said(result.loss === null ? null : result.loss * 100, line.percent)],
  ];
}

/** The whole result as plain text, for whoever looks after the network: no names, no addresses. */
export function reportOf(
  result: LineResult,
  devices: DevicesResult | null,
  verdict: string,
  words: TestWords,
  language: Language,
  at: Date,
): string {
  const { report } = words;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const lines: [string, string][] = [
    [report.at, when],
    ...rowsOf(result, words, language),
    [report.microphone, devices ? report[devices.microphone] : report.untested],
    [report.camera, devices ? report[devices.camera] : report.untested],
    [report.browser, navigator.userAgent],
  ];
  return [report.heading, verdict, ...lines.map(([what, found]) => `${what}: ${found}`)].join('\n');
}
