import { Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UrgentAddition } from '../../../server/modules/triage/addition-contract.ts';
import { Time } from '../../ui/time.tsx';
import classes from './waiting/request-messages.module.css';

/** What the asking house added after it had asked, oldest first; nothing when nothing was. */
export function Additions({ additions }: { additions: readonly UrgentAddition[] }) {
  const { t } = useTranslation();
  if (additions.length === 0) return null;
  return (
    <ol className={classes.messages} aria-label={t('triage.add.added')}>
      {additions.map((one) => {
        const facts = [
          ...one.situations.map((code) => t([`triage.situations.${code}`, 'triage.situations.other'])),
          one.onset && t('triage.add.since', { since: t(`triage.onset.${one.onset}`) }),
          one.wanted && t('triage.add.wants', { wanted: t(`triage.wanted.${one.wanted}`) }),
        ].filter(Boolean);
        const also = [
          one.hasValues && t('triage.add.withValues'),
          one.pictures > 0 && t('triage.add.withPictures', { count: one.pictures }),
        ].filter(Boolean);
        return (
          <li key={one.id} data-kind="answer">
            <span className={classes.by}>
              <IconPlus size={20} aria-hidden />
              {t('triage.add.by', { name: one.by })} <Time at={one.at} show="time" />
            </span>
            {facts.length > 0 && <Text fw={600}>{facts.join(' · ')}</Text>}
            {one.note && <Text>{one.note}</Text>}
            {one.background && <Text>{t('triage.add.background', { text: one.background })}</Text>}
            {also.length > 0 && <Text c="dimmed">{also.join(' · ')}</Text>}
          </li>
        );
      })}
    </ol>
  );
}
