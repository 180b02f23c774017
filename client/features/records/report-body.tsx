import { useTranslation } from 'react-i18next';
import type { ReportTexts } from '../../../server/modules/records/contract.ts';
import { DiagnosisLines } from './diagnosis-lines.tsx';
import classes from './report-body.module.css';

/** The words of a report, the recommendation first: it is what the reader acts on. */
export function ReportBody({ words }: { words: ReportTexts }) {
  const { t } = useTranslation();
  const order = ['recommendation', 'assessment', 'findings'] as const;
  return (
    <div className={classes.body}>
      {order.map(
        (name) =>
          words[name].trim() !== '' && (
            <section key={name} data-part={name}>
              <h3>{t(`records.report.${name}`)}</h3>
              <p>{words[name]}</p>
            </section>
          ),
      )}
      {words.diagnoses.length > 0 && (
        <section>
          <h3>{t('records.report.diagnoses')}</h3>
          <DiagnosisLines diagnoses={words.diagnoses} />
        </section>
      )}
    </div>
  );
}
