import { Button } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ByPhone } from './use-by-phone.ts';

/**
 * "Am Telefon weiterführen". The consultant comes to the end of the consultation, with the telephone noted; everybody
 * else tells the other side.
 */
export function PhoneWay(props: { mayClose: boolean; byPhone: ByPhone; onEndByPhone: () => void }) {
  const { t } = useTranslation();
  const { mayClose, byPhone } = props;
  if (!mayClose && byPhone.own !== 'unsaid') {
    return <span role="status">{t(`room.phone.${byPhone.own}`)}</span>;
  }
  return (
    <Button
      variant="default"
      leftSection={<IconPhoneOutgoing size={20} aria-hidden />}
      onClick={mayClose ? props.onEndByPhone : byPhone.say}
    >
      {t('room.phone.goOn')}
    </Button>
  );
}
