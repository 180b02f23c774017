import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { ChoiceTiles } from './choice-tiles.tsx';
import type { ConsentGiver, UrgentDraftHandle } from './urgent-draft.ts';

const givers: ConsentGiver[] = ['patient', 'guardian', 'representative', 'presumed'];

/** Who has consented; in an emergency the presumed will (§ 630d BGB) is documented as such. */
export function CheckConsent(props: { draft: UrgentDraftHandle; error: string | undefined }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const named = value.giver === 'guardian' || value.giver === 'representative';
  return (
    <Panel title={t('triage.form.consent')}>
      <ChoiceTiles
        label={t('triage.form.consent')}
        flat
        width="100%"
        choices={givers.map((giver) => ({
          value: giver,
          label: t(`triage.consent.${giver}`),
          ...(giver === 'presumed' ? { hint: t('triage.consent.presumedHint') } : {}),
        }))}
        chosen={value.giver ? [value.giver] : []}
        onToggle={(giver) => patch({ giver })}
      />
      {named && (
        <TextInput
          mt="sm"
          label={t('triage.consent.name')}
          value={value.giverName}
          onChange={(event) => patch({ giverName: event.currentTarget.value })}
          error={props.error}
          maxLength={200}
          required
        />
      )}
    </Panel>
  );
}
