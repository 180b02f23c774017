import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ageOn, groupInsuranceNumber, useFormats } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import { dayOf } from '../lib/zone.ts';
import { Initials } from './initials.tsx';
import classes from './patient-banner.module.css';

export type BannerPatient = {
  familyName: string;
  givenName: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  sex: 'female' | 'male' | 'other' | 'unknown';
  kvnr?: string | null | undefined;
  /** Care home or practice, with the room where there is one. */
  place?: string | null | undefined;
  /** null: nobody has asked; '': none known. */
  allergies?: string | null | undefined;
};

/** Who is worked on. At the same place on every page, one per screen. `children`: actions at the right. */
export function PatientBanner(props: { patient: BannerPatient; children?: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { patient } = props;
  const age = ageOn(patient.birthDate, dayOf(new Date(useNow()).toISOString()));
  const name = `${patient.familyName}, ${patient.givenName}`;
  const facts = [
    ['birth', t('ui.patient.birth'), t('ui.patient.birthAge', { day: formats.day(patient.birthDate), age })],
    ['sex', t('ui.patient.sex'), t(`ui.patient.${patient.sex}`)],
    [
      'kvnr',
      t('ui.patient.kvnr'),
      patient.kvnr ? groupInsuranceNumber(patient.kvnr) : t('ui.patient.notGiven'),
    ],
    ...(patient.place ? [['place', t('ui.patient.place'), patient.place]] : []),
  ];
  return (
    <section className={classes.banner} aria-label={t('ui.patient.label', { name })}>
      <Initials name={`${patient.givenName} ${patient.familyName}`} size={52} />
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <dl className={classes.facts}>
          {facts.map(([key, label, value]) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Allergies text={patient.allergies ?? null} />
      {props.children}
    </section>
  );
}

function Allergies({ text }: { text: string | null }) {
  const { t } = useTranslation();
  const known = text !== null && text !== '';
  const tone = known ? 'danger' : text === null ? 'attention' : 'neutral';
  const Sign = tone === 'neutral' ? IconShieldCheck : IconAlertTriangle;
  return (
    <p className={classes.allergies} data-tone={tone}>
      <Sign size={20} aria-hidden />
      <span>
        <span className={classes.allergiesLabel}>{t('ui.patient.allergies')}</span>{' '}
        {known ? text : t(text === null ? 'ui.patient.notAsked' : 'ui.patient.noneKnown')}
      </span>
    </p>
  );
}
