import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../../call/call-state.ts';
import type { Present } from '../use-people.ts';

/** In words for a screen reader: who began or ended to show something beside the face. Empty before the first. */
export function useSharingNews(remotes: readonly RemoteStream[], people: readonly Present[]): string {
  const { t } = useTranslation();
  const [news, setNews] = useState('');
  const before = useRef(new Map<string, string>());
  useEffect(() => {
    const shown = new Map(
      remotes.flatMap(({ participantId, source, muted }): [string, string][] => {
        const name = people.find(({ id }) => id === participantId)?.person?.name;
        if (muted || !name || (source !== 'detail' && source !== 'screen')) return [];
        return [[`${source} ${participantId}`, name]];
      }),
    );
    const say = (change: 'began' | 'ended', key: string, name: string) =>
      t(`room.shared.${change}.${key.split(' ')[0]}`, { name });
    const said = [
      ...[...shown].filter(([key]) => !before.current.has(key)).map(([key, name]) => say('began', key, name)),
      ...[...before.current].filter(([key]) => !shown.has(key)).map(([key, name]) => say('ended', key, name)),
    ];
    before.current = shown;
    if (said.length > 0) setNews(said.join(' '));
  }, [remotes, people, t]);
  return news;
}
