import { CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../device-problems.module.css';
import type { SecondCamera } from './use-second-camera.ts';

/** Says that there is no second camera, and what to do. */
export function NoSecondCamera({ secondCamera }: { secondCamera: SecondCamera }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {secondCamera.none && (
        <p className={classes.problem} data-tone="attention">
          <IconAlertTriangle size={24} aria-hidden />
          <span>{t('room.noSecondCamera')}</span>
          <CloseButton aria-label={t('ui.dismiss')} onClick={secondCamera.dismiss} />
        </p>
      )}
    </div>
  );
}
