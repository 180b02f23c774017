import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from '../../../lib/i18n.ts';
import { dictate, type Heard } from './dictate.ts';
import { install, localRecogniser, type Offer, offerOf } from './recogniser.ts';

const langs = { de: 'de-DE', en: 'en-US' } as const;
type Problem = Parameters<Heard['ended']>[0];

/** One field's dictation: what can be offered, and whether it listens. `onSaid` gets each finished piece. */
export function useDictation(onSaid: (words: string) => void) {
  const lang = langs[useLocale()];
  const [offer, setOffer] = useState<Offer>('none');
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<Problem>(null);
  const stop = useRef<(() => void) | null>(null);
  const latest = useRef(onSaid);
  useEffect(() => {
    latest.current = onSaid;
  });
  useEffect(() => {
    let gone = false;
    void offerOf(localRecogniser(window), lang).then((found) => !gone && setOffer(found));
    return () => {
      gone = true;
      stop.current?.();
    };
  }, [lang]);
  const press = useCallback(async () => {
    const found = localRecogniser(window);
    if (!found) return;
    setProblem(null);
    if (stop.current) return stop.current();
    if (offer === 'install') {
      setOffer('loading');
      const after = await install(found, lang);
      setOffer(after);
      if (after === 'none') setProblem('dictation_failed');
      return;
    }
    setListening(true);
    stop.current = dictate(found, lang, {
      said: (words) => latest.current(words),
      ended: (because) => {
        stop.current = null;
        setListening(false);
        setProblem(because);
      },
    });
  }, [offer, lang]);
  return { offer, listening, problem, press };
}
