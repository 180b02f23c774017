import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { lockStation } from '../../lib/session.ts';
import { tellError } from '../../ui/tell.tsx';

const idleMs = 10 * 60_000;
const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/** Locks a shared device to its PIN pad: at once, or when nobody has touched it for ten minutes. */
export function useStationLock(atStation: boolean): () => void {
  const navigate = useNavigate();
  const lock = () => {
    void lockStation()
      .catch(tellError)
      .then(() => navigate('/'));
  };
  useEffect(() => {
    if (!atStation) return;
    let timer = window.setTimeout(leave, idleMs);
    function leave() {
      void lockStation().catch(() => undefined);
    }
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(leave, idleMs);
    };
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, touched);
    };
  }, [atStation]);
  return lock;
}
