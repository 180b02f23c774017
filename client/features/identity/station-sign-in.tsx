import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getStation } from '../../../server/modules/identity/station-contract.ts';
import { errorText } from '../../lib/error-text.ts';
import { signInByPin } from '../../lib/session.ts';
import { Initials } from '../../ui/initials.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import classes from './station-sign-in.module.css';

type Station = NonNullable<Reply<typeof getStation>['station']>;

/** The ward's tablet: tap the own name, type the PIN. The password stays a way in. */
export function StationSignIn(props: { station: Station; onPassword: () => void }) {
  const { t } = useTranslation();
  const { station } = props;
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = station.people.find(({ accountId }) => accountId === chosenId);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('identity.station.title')}</Title>
        <Text c="dimmed">
          {t('identity.station.where', { name: station.name, organisation: station.organisation })}
        </Text>
      </div>
      {chosen ? (
        <PinEntry key={chosen.accountId} person={chosen} onBack={() => choose(null)} />
      ) : (
        <ul className={classes.people}>
          {station.people.map(({ accountId, displayName, role }) => (
            <li key={accountId}>
              <button type="button" onClick={() => choose(accountId)}>
                <Initials name={displayName} size={56} />
                <span>
                  <strong>{displayName}</strong>
                  <span>{t(`shell.roles.${role}`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Anchor component="button" type="button" onClick={props.onPassword} className={classes.other}>
        {t('identity.station.password')}
      </Anchor>
    </Stack>
  );
}

/** The same person goes on after a break. */
export function StationAgain(props: { user: { id: string; displayName: string } }) {
  const { id, displayName } = props.user;
  return <PinEntry person={{ accountId: id, displayName }} />;
}

function PinEntry(props: {
  person: Pick<Station['people'][number], 'accountId' | 'displayName'>;
  onBack?: () => void;
}) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { accountId, displayName } = props.person;
  const enter = async () => {
    setBusy(true);
    try {
      await signInByPin(accountId, pin);
    } catch (error) {
      setPin('');
      setFailure(errorText(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.entry}
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.length >= 4) void enter();
      }}
    >
      {props.onBack && (
        <div className={classes.person}>
          <Initials name={displayName} size={56} />
          <Text fw={650} size="lg">
            {displayName}
          </Text>
        </div>
      )}
      <NumberPad
        label={t('identity.pin.label')}
        value={pin}
        onChange={(typed) => {
          setPin(typed);
          setFailure(null);
        }}
        maxDigits={8}
        secret
        error={failure}
        hint={t('identity.pin.hint')}
      />
      <div className={classes.actions}>
        {props.onBack && (
          <Button
            variant="default"
            size="lg"
            leftSection={<IconArrowLeft size={22} aria-hidden />}
            onClick={props.onBack}
          >
            {t('identity.station.back')}
          </Button>
        )}
        <Button type="submit" size="lg" loading={busy} disabled={pin.length < 4}>
          {t('identity.submit')}
        </Button>
      </div>
    </form>
  );
}
