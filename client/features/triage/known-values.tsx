import { useTranslation } from 'react-i18next';
import type { VitalValues } from '../../../server/modules/triage/contract.ts';
import {
  type News2Context,
  type News2Parameter,
  news2,
  news2Parameters,
} from '../../../server/modules/triage/news2.ts';
import classes from './news2.module.css';
import { useVitalWords } from './vital-values-line.tsx';
import { vitalFields } from './vitals-typed.ts';

/** What is known of the patient as a strip, each value in its colour of the NEWS2 chart. */
export function KnownValues(props: { values: VitalValues; person: News2Context }) {
  const { t } = useTranslation();
  const wordsOf = useVitalWords();
  const { values } = props;
  const known = Object.fromEntries(news2Parameters.map((name) => [name, values[name] ?? null]));
  const score = news2(known, props.person);
  const points = score.applicable ? score.points : {};
  const said = vitalFields.flatMap((field) => {
    const words = wordsOf(field, values);
    return words === null ? [] : [{ field, words }];
  });
  if (said.length === 0) return null;
  return (
    <dl className={classes.strip}>
      {said.map(({ field, words }) => (
        <div key={field} data-points={points[field as News2Parameter]}>
          <dt>{t(`triage.vitals.short.${field}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
