import { Button, Text } from '@mantine/core';
import { IconLoader2, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { OwnPicture } from './own-picture.tsx';
import { PersonTile } from './person-tile.tsx';
import { phoneLink } from './phone-link.ts';
import classes from './stage.module.css';
import type { Call } from './use-call.ts';
import type { Present } from './use-people.ts';

/** The others as large as the space allows, the own picture small in a corner. Nothing else lies over a face. */
export function Stage({ room, call, people }: { room: Room; call: Call; people: readonly Present[] }) {
  const { t } = useTranslation();
  const { state } = call;
  const others = people.filter(({ isMe }) => !isMe);
  const reconnecting = state.phase === 'reconnecting' || state.problem !== null;
  return (
    <section className={classes.stage} aria-label={t('consultation.stage')}>
      {others.length > 0 ? (
        <div className={classes.tiles} data-count={Math.min(others.length, 4)}>
          {others.map((present) => (
            <PersonTile
              key={present.id}
              present={present}
              streams={state.remotes.filter(({ participantId }) => participantId === present.id)}
            />
          ))}
        </div>
      ) : (
        <Alone room={room} joining={state.phase === 'joining'} />
      )}
      {reconnecting && (
        <p className={classes.notice} data-tone="attention" role="alert">
          <IconLoader2 size={24} className={classes.turning} aria-hidden />
          {t(state.problem === 'media_unavailable' ? 'consultation.noMedia' : 'consultation.reconnecting')}
        </p>
      )}
      <OwnPicture camera={state.camera} />
    </section>
  );
}

function Alone({ room, joining }: { room: Room; joining: boolean }) {
  const { t } = useTranslation();
  const { name, phone } = room.other;
  if (joining) return <Text className={classes.alone}>{t('consultation.joining')}</Text>;
  return (
    <div className={classes.alone}>
      <Text size="xl" fw={600} role="status">
        {t('consultation.alone.title', { name })}
      </Text>
      <Text c="dimmed">{t('consultation.alone.hint')}</Text>
      <Button
        component="a"
        href={phoneLink(phone)}
        variant="default"
        size="lg"
        leftSection={<IconPhone size={22} aria-hidden />}
      >
        {phone}
      </Button>
    </div>
  );
}
