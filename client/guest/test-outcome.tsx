/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { adviceFor, type DevicesResult, type LineResult, verdictOf } from './line-verdict.ts';
import { reportOf, rowsOf } from './test-result.ts';
import { useTestWords } from './test-words.ts';
import { useLanguage } from './words.ts';

/** The verdict in words, what to do, and the numbers for who looks after the network. */
export function TestOutcome({ result, devices }: { result: LineResult; devices: DevicesResult | null }) {
  const words = useTestWords();
  const language = useLanguage();
  const at = useMemo(() => new Date(), []);
  const [isCopied, setCopied] = useState(false);
  const verdict = verdictOf(result);
  const advice = adviceFor(result, devices);
  const copy = async () => {
    const text = reportOf(result, devices, words.verdict[verdict], words, language, at);
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <p class={verdict === 'good' ? 'note verdict' : 'alert verdict'}>
        <Icon name={verdict === 'good' ? 'done' : 'attention'} size={28} />
        <strong>{words.verdict[verdict]}</strong>
      </p>
      {advice.length > 0 && (
        <>
          <h3>{words.advice.title}</h3>
          <ul>
            {advice.map((one) => (
              <li key={one}>{words.advice[one]}</li>
            ))}
          </ul>
        </>
      )}
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{words.line.what}</th>
            <th scope="col">{words.line.found}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(result, words, language).map(([what, found]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{found}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{words.report.title}</h3>
      <p class="soft">{words.report.hint}</p>
      <p class="test-actions">
        <button type="button" onClick={() => void copy().catch(() => undefined)}>
          {words.report.copy}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words.report.print}
        </button>
        <span role="status">{isCopied ? words.report.copied : ''}</span>
      </p>
    </>
  );
}
