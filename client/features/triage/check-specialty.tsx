import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getUrgentOptions } from '../../../server/modules/triage/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChoiceTiles } from './choice-tiles.tsx';
import classes from './urgent-form.module.css';

const unknown = 'unknown';

/** Which specialty is asked; who does not know asks the network's default one. Says who is on call there. */
export function CheckSpecialty(props: {
  options: Reply<typeof getUrgentOptions> | undefined;
  chosen: string | null;
  onChoose: (code: string | null) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { options, chosen, onChoose } = props;
  if (!options) {
    return (
      <Panel title={t('triage.form.specialty')}>
        <ListSkeleton rows={2} />
      </Panel>
    );
  }
  const asked = options.specialties.find(({ code }) => code === (chosen ?? options.defaultSpecialty));
  const onCall = asked?.onCall.primary ?? asked?.onCall.deputy;
  return (
    <Panel title={t('triage.form.specialty')}>
      <ChoiceTiles
        label={t('triage.form.specialty')}
        flat
        width="9.5rem"
        choices={[
          { value: unknown, label: t('triage.form.dontKnow') },
          ...options.specialties.map(({ code, nameDe, nameEn }) => ({
            value: code,
            label: locale === 'de' ? nameDe : nameEn,
          })),
        ]}
        chosen={[chosen ?? unknown]}
        onToggle={(code) => onChoose(code === unknown ? null : code)}
      />
      {asked && (
        <Text className={classes.because}>
          {onCall
            ? t('triage.form.onCall', { department: asked.department.name, name: onCall.name })
            : t('triage.form.nobodyOnCall', {
                department: asked.department.name,
                phone: asked.department.phone,
              })}
        </Text>
      )}
    </Panel>
  );
}
