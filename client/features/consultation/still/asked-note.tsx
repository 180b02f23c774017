import { CloseButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../device-problems.module.css';
import type { Stills } from './use-stills.ts';

/** How far the own wish for a picture is, until it is there. */
export function AskedNote({ stills }: { stills: Stills }) {
  const { t } = useTranslation();
  const { asked } = stills;
  return (
    <div role="status">
      {asked && (
        <p className={classes.problem} data-tone="action">
          <IconCamera size={24} aria-hidden />
          <span>{t(`room.still.asked.${asked.answer}`, { name: asked.of.name })}</span>
          <CloseButton aria-label={t('ui.dismiss')} onClick={stills.takeBack} />
        </p>
      )}
    </div>
  );
}
