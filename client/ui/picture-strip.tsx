import { Modal, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './picture-strip.module.css';

export type ShownPicture = {
  id: string;
  /** What it shows, e.g. "Wunde". */
  name: string;
  width: number;
  height: number;
  /** When and by whom, in words. */
  taken: string;
};

/** Pictures of a case, side by side; a press shows one as large as the screen. Each look is recorded by the server. */
export function PictureStrip(props: { pictures: readonly ShownPicture[]; label: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ShownPicture | null>(null);
  const [large, setLarge] = useState(false);
  const show = (picture: ShownPicture | null) => {
    setLarge(false);
    setOpen(picture);
  };
  return (
    <>
      <ul className={classes.strip} aria-label={props.label}>
        {props.pictures.map((picture) => (
          <li key={picture.id}>
            <UnstyledButton className={classes.small} onClick={() => show(picture)}>
              <img
                src={addressOf(picture.id)}
                alt=""
                width={picture.width}
                height={picture.height}
                loading="lazy"
              />
              <span>{picture.name}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Modal
        opened={open !== null}
        onClose={() => show(null)}
        title={open && `${open.name}, ${open.taken}`}
        fullScreen
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {open && (
          <button
            type="button"
            className={classes.stage}
            data-large={large || undefined}
            aria-pressed={large}
            aria-label={t(large ? 'ui.picture.fit' : 'ui.picture.enlarge')}
            onClick={() => setLarge(!large)}
          >
            <img src={addressOf(open.id)} alt={`${open.name}, ${open.taken}`} />
          </button>
        )}
      </Modal>
    </>
  );
}

const addressOf = (id: string): string => `/api/attachments/${id}`;
