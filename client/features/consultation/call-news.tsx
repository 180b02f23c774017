import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import { useSharingNews } from './sharing/use-sharing-news.ts';
import type { Present } from './use-people.ts';

/** Says to a screen reader what others see: who came, who went, and when the line gets weak. */
export function CallNews({ state, people }: { state: CallState; people: readonly Present[] }) {
  const { t } = useTranslation();
  const [news, setNews] = useState('');
  const before = useRef(new Map<string, string>());
  useEffect(() => {
    // Names arrive a moment after their person.
    const named = new Map(
      people.flatMap(({ id, person, isMe }): [string, string][] =>
        person && !isMe ? [[id, person.name]] : [],
      ),
    );
    const present = new Set(people.map(({ id }) => id));
    const came = [...named].filter(([id]) => !before.current.has(id));
    const went = [...before.current].filter(([id]) => !present.has(id));
    before.current = new Map([...[...before.current].filter(([id]) => present.has(id)), ...named]);
    const said = [
      ...came.map(([, name]) => t('consultation.news.came', { name })),
      ...went.map(([, name]) => t('consultation.news.went', { name })),
    ];
    if (said.length > 0) setNews(said.join(' '));
  }, [people, t]);
  const sharing = useSharingNews(state.remotes, people);
  const weak = state.quality === 'poor' || state.quality === 'lost';
  return (
    <VisuallyHidden>
      <p role="status">{news}</p>
      <p role="status">{sharing}</p>
      <p role="status">{weak ? t(`consultation.line.${state.quality}`) : ''}</p>
    </VisuallyHidden>
  );
}
