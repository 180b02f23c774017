import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconDeviceTablet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getPin,
  getStation,
  listStations,
  registerStation,
  removeStation,
} from '../../../server/modules/identity/station-contract.ts';
import { errorText } from '../../lib/error-text.ts';
import { useFormats } from '../../lib/format.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { tellDone } from '../../ui/tell.tsx';
import classes from './stations-form.module.css';

/** The house's shared devices: this one is made one, lost ones are taken out. */
export function StationsForm() {
  const { t } = useTranslation();
  const formats = useFormats();
  const stations = useLoad(listStations, {});
  const pin = useLoad(getPin, {});
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const register = useSend(registerStation, {
    refresh: [listStations, getStation],
    onSuccess: () => {
      setName('');
      tellDone(t('identity.station.done'));
    },
    onError: (error) => setFailure(errorText(t, error)),
  });
  const remove = useSend(removeStation, { refresh: [listStations, getStation] });
  const isHere = stations.data?.stations.some(({ here }) => here) ?? false;
  return (
    <Stack>
      <Text>{t('identity.station.about')}</Text>
      {pin.data?.set === false && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('identity.station.noPin')} />
      )}
      {!isHere && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setFailure(null);
            register.mutate({ name });
          }}
        >
          <Group align="end">
            <TextInput
              className={classes.name}
              label={t('identity.station.name')}
              placeholder={t('identity.station.nameExample')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={failure}
              maxLength={60}
            />
            <Button type="submit" loading={register.isPending} disabled={name.trim().length < 2}>
              {t('identity.station.register')}
            </Button>
          </Group>
        </form>
      )}
      <Loaded query={stations}>
        {(data) => (
          <ul className={classes.stations}>
            {data.stations.map((station) => (
              <li key={station.id}>
                <IconDeviceTablet size={28} stroke={1.6} aria-hidden />
                <span>
                  <strong>
                    {station.name}
                    {station.here && ` (${t('identity.station.here')})`}
                  </strong>
                  <span>{t('identity.station.used', { at: formats.dateTime(station.lastUsedAt) })}</span>
                </span>
                <ConfirmButton
                  question={t('identity.station.removeQuestion', { name: station.name })}
                  consequence={t('identity.station.removeMeans')}
                  confirmLabel={t('identity.station.remove')}
                  onConfirm={() => remove.mutateAsync({ id: station.id })}
                  aria-label={t('identity.station.removeNamed', { name: station.name })}
                >
                  {t('identity.station.remove')}
                </ConfirmButton>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Stack>
  );
}
