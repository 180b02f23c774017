/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { unfitBecause } from './fitness.ts';
import type { DevicesResult } from './line-verdict.ts';
import { OwnDevicesBefore } from './own-devices-before.ts';
import { PageFrame } from './page-frame.tsx';
import { TestDevices } from './test-devices.tsx';
import { type LineTest, testLine } from './test-line.ts';
import { TestOutcome } from './test-outcome.tsx';
import { useTestWords } from './test-words.ts';
import { useLanguage } from './words.ts';

/** For anybody, at any time: does a consultation work from here, and if not, what helps? */
export function TestPage() {
  const words = useTestWords();
  const language = useLanguage();
  const devices = useMemo(() => new OwnDevicesBefore(), []);
  const [found, setFound] = useState<DevicesResult | null>(null);
  const [test, setTest] = useState<LineTest>({ state: 'idle' });
  const unfit = unfitBecause();
  const isRunning = test.state === 'trying' || test.state === 'measuring';
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);
  useEffect(() => {
    devices.choose({ microphone: true, camera: true });
    return () => devices.release();
  }, [devices]);
  return (
    <PageFrame>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {unfit && <p class="alert">{words.problem[unfit]}</p>}
      <section class="test-part" aria-label={words.devices.title}>
        <h2>{words.devices.title}</h2>
        <TestDevices devices={devices} onResult={setFound} />
      </section>
      {unfit !== 'outdated' && (
        <section class="test-part" aria-label={words.line.title}>
          <h2>{words.line.title}</h2>
          {test.state === 'idle' && <p>{words.line.explain}</p>}
          <div role="status">
            {isRunning && <p class="note">{words.line[test.state]}</p>}
            {test.state === 'failed' && <p class="alert">{problemIn(words.problem, test.problem)}</p>}
            {test.state === 'done' && <TestOutcome result={test.result} devices={found} />}
          </div>
          {!isRunning && (
            <button
              type="button"
              class={test.state === 'idle' ? 'primary' : ''}
              onClick={() => void testLine(setTest)}
            >
              {test.state === 'idle' ? words.line.start : words.line.again}
            </button>
          )}
        </section>
      )}
    </PageFrame>
  );
}

const problemIn = (problems: Record<string, string>, code: string) => problems[code] ?? problems.unknown;
