import { TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { getUrgentOptions } from '../../../server/modules/triage/contract.ts';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import type { UrgencySuggestion } from '../../../server/modules/triage/urgency.ts';
import { CallError } from '../../lib/call-error.ts';
import { fieldText } from '../../lib/error-text.ts';
import { useLoad } from '../../lib/query.ts';
import { CheckConsent } from './check-consent.tsx';
import { CheckEntered } from './check-entered.tsx';
import { CheckSpecialty } from './check-specialty.tsx';
import { CheckUrgency } from './check-urgency.tsx';
import { PictureFields } from './pictures/picture-fields.tsx';
import type { Pictures } from './pictures/use-pictures.ts';
import type { UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';

/** Everything once more, and what is left: urgency, specialty, consent, number to call back. */
export function StepCheck(props: {
  draft: UrgentDraftHandle;
  pictures: Pictures;
  person: News2Context;
  suggestion: UrgencySuggestion;
  error: unknown;
  onGo: (step: number) => void;
}) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const options = useLoad(getUrgentOptions, {});
  const fields = props.error instanceof CallError ? props.error.fields : {};
  const errorOf = (name: string) => (fields[name] ? fieldText(t, fields[name]) : undefined);
  return (
    <section className={classes.stack}>
      <Title order={1}>{t('triage.form.title.3')}</Title>
      <div className={classes.two}>
        <div className={classes.stack}>
          <CheckUrgency draft={props.draft} suggestion={props.suggestion} error={errorOf('urgencyReason')} />
          <CheckConsent draft={props.draft} error={errorOf('consent.giverName')} />
        </div>
        <div className={classes.stack}>
          <CheckSpecialty
            options={options.data}
            chosen={value.specialty}
            onChoose={(specialty) => patch({ specialty })}
          />
          <PictureFields pictures={props.pictures} />
          <CheckEntered draft={value} person={props.person} onGo={props.onGo} />
          <TextInput
            label={t('triage.form.phone')}
            description={t('triage.form.phoneHint')}
            type="tel"
            inputMode="tel"
            value={value.phone ?? options.data?.callbackPhone ?? ''}
            onChange={(event) => patch({ phone: event.currentTarget.value })}
            error={errorOf('callbackPhone')}
          />
        </div>
      </div>
    </section>
  );
}
