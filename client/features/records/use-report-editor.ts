import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import {
  type Draft,
  getReport,
  type Report,
  type ReportTexts,
  saveDraft,
} from '../../../server/modules/records/contract.ts';
import { call } from '../../lib/call.ts';
import { CallError, isPassing } from '../../lib/call-error.ts';
import { keyOf } from '../../lib/query.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { isKept, isSame, type Kept, opening, wordsOf } from './report-words.ts';

/** Milliseconds without a keystroke until it is saved, and until a save that found no answer is tried again. */
const rest = 1_200;
const again = 5_000;

export type SaveState =
  | { is: 'untouched' }
  | { is: 'saved'; at: string }
  | { is: 'typing' }
  | { is: 'saving' }
  | { is: 'failed'; error: unknown }
  /** Somebody else has saved; `mine` waits for the person's decision. */
  | { is: 'conflict'; by: string; mine: ReportTexts };

const Conflict = z.object({ savedBy: z.string().default('') });

/**
 * The report while it is written: every keystroke is kept on the device, and after a short rest on the server. Saves
 * never overlap, and none overwrites what a colleague has saved.
 */
export function useReportEditor(requestId: string, saved: Draft | null) {
  const client = useQueryClient();
  const local = useDraft<Kept | null>(
    `report.${requestId}`,
    null,
    (value) => value === null || isKept(value),
  );
  const [begin] = useState(() => opening(saved, local.value));
  const [words, setWords] = useState(begin.words);
  const [state, setState] = useState<SaveState>(
    begin.aside
      ? { is: 'conflict', by: saved?.savedBy ?? '', mine: begin.aside }
      : saved
        ? { is: 'saved', at: saved.savedAt }
        : { is: 'untouched' },
  );
  const base = useRef(saved?.savedAt ?? null);
  const latest = useRef(begin.words);
  const timer = useRef<number>(undefined);
  const running = useRef<Promise<boolean> | null>(null);
  const { set: keep, clear: forget } = local;

  const send = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    setState({ is: 'saving' });
    try {
      const draft = await call(saveDraft, { id: requestId, ...sent, savedAt: base.current });
      base.current = draft.savedAt;
      client.setQueryData<Report>(
        keyOf(getReport, { id: requestId }),
        (before) => before && { ...before, draft },
      );
      if (!isSame(latest.current, sent)) {
        keep({ words: latest.current, base: draft.savedAt });
        return send();
      }
      forget();
      setState({ is: 'saved', at: draft.savedAt });
      return true;
    } catch (error) {
      if (error instanceof CallError && error.code === 'report_changed') {
        setState({
          is: 'conflict',
          by: Conflict.safeParse(error.data).data?.savedBy ?? '',
          mine: latest.current,
        });
        await client.invalidateQueries({ queryKey: keyOf(getReport, { id: requestId }) });
      } else {
        setState({ is: 'failed', error });
      }
      return false;
    }
  }, [client, requestId, keep, forget]);

  /** Saves at once what is not saved yet. Resolves to whether the server has it all. */
  const save = useCallback((): Promise<boolean> => {
    window.clearTimeout(timer.current);
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const change = (next: ReportTexts) => {
    latest.current = next;
    setWords(next);
    keep({ words: next, base: base.current });
    if (state.is === 'conflict') return setState({ ...state, mine: next });
    if (running.current === null) setState({ is: 'typing' });
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), rest);
  };

  /** Ends a conflict: with the own words over the colleague's, or with the colleague's. */
  const decide = (mine: boolean, theirs: Draft) => {
    base.current = theirs.savedAt;
    const chosen = mine && state.is === 'conflict' ? state.mine : wordsOf(theirs);
    latest.current = chosen;
    setWords(chosen);
    if (mine) return void save();
    forget();
    setState({ is: 'saved', at: theirs.savedAt });
  };

  // A colleague has saved while nothing is written here: theirs comes into view.
  const untouched = state.is === 'saved' || state.is === 'untouched';
  useEffect(() => {
    if (!saved || !untouched || saved.savedAt === base.current) return;
    base.current = saved.savedAt;
    latest.current = wordsOf(saved);
    setWords(latest.current);
    setState({ is: 'saved', at: saved.savedAt });
  }, [saved, untouched]);

  // No answer is no refusal: it is tried again by itself.
  useEffect(() => {
    if (state.is !== 'failed' || !isPassing(state.error)) return;
    const retry = window.setTimeout(() => void save(), again);
    return () => window.clearTimeout(retry);
  }, [state, save]);

  // What was found on the device and what is unsaved when the page is left goes to the server.
  const finish = useRef(() => {});
  useEffect(() => {
    finish.current = () => void (state.is === 'typing' && save());
  });
  useEffect(() => {
    if (begin.isDirty) void save();
    return () => finish.current();
  }, [begin, save]);

  return { words, change, save, decide, state, savedAt: () => base.current };
}
export type ReportEditor = ReturnType<typeof useReportEditor>;
