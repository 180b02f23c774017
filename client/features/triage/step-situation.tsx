import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Onset, Wanted } from '../../../server/modules/triage/contract.ts';
import { type Situation, situations } from '../../../server/modules/triage/urgency.ts';
import { ChoiceTiles } from './choice-tiles.tsx';
import { DictatedTextarea } from './dictation/dictated-textarea.tsx';
import { alarming, situationIcons } from './situation-tiles.ts';
import type { UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';

/** What is happening (S), since when and before (B), what is asked for (R of ISBAR), mostly by tapping. */
export function StepSituation(props: { draft: UrgentDraftHandle }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const toggle = (one: Situation) =>
    patch({
      situations: value.situations.includes(one)
        ? value.situations.filter((other) => other !== one)
        : [...value.situations, one],
    });
  const tiles = (list: readonly Situation[]) =>
    list.map((one) => ({
      value: one,
      label: t(`triage.situations.${one}`),
      icon: situationIcons[one],
      alarming: alarming.includes(one),
    }));
  return (
    <section className={classes.stack}>
      <Title order={1}>{t('triage.form.title.1')}</Title>
      <ChoiceTiles
        label={t('triage.form.alarming')}
        flat
        width="13rem"
        choices={tiles(alarming)}
        chosen={value.situations}
        onToggle={toggle}
      />
      <ChoiceTiles
        label={t('triage.form.others')}
        flat
        width="13rem"
        choices={tiles(situations.filter((one) => !alarming.includes(one)))}
        chosen={value.situations}
        onToggle={toggle}
      />
      <div className={classes.two}>
        <div>
          <h2 className={classes.heading}>{t('triage.form.onset')}</h2>
          <ChoiceTiles
            label={t('triage.form.onset')}
            flat
            width="12rem"
            choices={Onset.options.map((one) => ({ value: one, label: t(`triage.onset.${one}`) }))}
            chosen={value.onset ? [value.onset] : []}
            onToggle={(one) => patch({ onset: value.onset === one ? null : one })}
          />
        </div>
        <div>
          <h2 className={classes.heading}>{t('triage.form.wanted')}</h2>
          <ChoiceTiles
            label={t('triage.form.wanted')}
            flat
            width="12rem"
            choices={Wanted.options.map((one) => ({ value: one, label: t(`triage.wanted.${one}`) }))}
            chosen={value.wanted ? [value.wanted] : []}
            onToggle={(one) => patch({ wanted: value.wanted === one ? null : one })}
          />
        </div>
        <DictatedTextarea
          label={t('triage.form.note')}
          description={t('triage.form.noteHint')}
          value={value.note}
          onText={(note) => patch({ note })}
          maxLength={2000}
        />
        <DictatedTextarea
          label={t('triage.form.background')}
          description={t('triage.form.backgroundHint')}
          value={value.background}
          onText={(background) => patch({ background })}
          maxLength={4000}
        />
      </div>
    </section>
  );
}
