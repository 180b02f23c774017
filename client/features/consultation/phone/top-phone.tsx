import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { phoneLink } from '../phone-link.ts';
import classes from './top-phone.module.css';

/** The other side's number, in view all the time: whoever needs it has no picture any more. */
export function TopPhone({ other }: { other: Room['other'] }) {
  const { t } = useTranslation();
  return (
    <a
      href={phoneLink(other.phone)}
      className={classes.phone}
      aria-label={t('consultation.phone.call', { name: other.name, phone: other.phone })}
    >
      <IconPhone size={20} aria-hidden />
      <span className="digits">{other.phone}</span>
    </a>
  );
}
