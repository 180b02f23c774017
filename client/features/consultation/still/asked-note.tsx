import { CloseButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../device-problems.module.css';
import type { Stills } from './use-stills.ts';

/** How far a picture is, and what became of it. */
export function AskedNote({ stills }: { stills: Stills }) {
  const { t } = useTranslation();
  const { asked, note } = stills;
  const said = asked
    ? t(`room.still.asked.${asked.answer}`, { name: asked.of.name })
    : note && t(`room.still.${note.key}`, { name: note.name });
  return (
    <div role="status">
      {said && (
        <p className={classes.problem} data-tone="action">
          <IconCamera size={24} aria-hidden />
          <span>{said}</span>
          <CloseButton aria-label={t('ui.dismiss')} onClick={stills.dismiss} />
        </p>
      )}
    </div>
  );
}
