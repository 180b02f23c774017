import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from '../../../lib/i18n.ts';
import { dictate, type Heard } from './dictate.ts';
import { install, localRecogniser, type Offer, offerOf } from './recogniser.ts';

const langs = { de: 'de-DE', en: 'en-US' } as const;
type Problem = Parameters<Heard['ended']>[0];

type Session = { end: () => void };
/** Of the field that listens. There is one microphone: the next field takes it over. */
let current: Session | null = null;

/** One field's dictation: what can be offered, and whether it listens. `onSaid` gets each finished piece. */
export function useDictation(onSaid: (words: string) => void) {
  const lang = langs[useLocale()];
  const [offer, setOffer] = useState<Offer>('none');
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<Problem>(null);
  const own = useRef<Session | null>(null);
  const latest = useRef(onSaid);
  useEffect(() => {
    latest.current = onSaid;
  });
  useEffect(() => {
    let gone = false;
    void offerOf(localRecogniser(window), lang).then((found) => !gone && setOffer(found));
    return () => {
      gone = true;
      own.current?.end();
    };
  }, [lang]);
  const press = useCallback(async () => {
    const found = localRecogniser(window);
    if (!found) return;
    setProblem(null);
    if (own.current) return own.current.end();
    if (offer === 'install') {
      setOffer('loading');
      const after = await install(found, lang);
      setOffer(after);
      if (after === 'none') setProblem('dictation_failed');
      return;
    }
    current?.end();
    // Known before it begins: what fails at once has ended before there is anything to stop.
    const session: Session = { end: () => undefined };
    current = session;
    own.current = session;
    setListening(true);
    session.end = dictate(found, lang, {
      said: (words) => latest.current(words),
      ended: (because) => {
        if (current === session) current = null;
        own.current = null;
        setListening(false);
        setProblem(because);
      },
    });
  }, [offer, lang]);
  return { offer, listening, problem, press };
}
