import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FinalReport, getReport } from '../../../server/modules/records/contract.ts';
import { type ConsultRequest, getRequest } from '../../../server/modules/requests/contract.ts';
import { groupInsuranceNumber, useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { caseNumber } from './case-number.ts';
import { DiagnosisLines } from './diagnosis-lines.tsx';
import classes from './report-letter.module.css';

/** The report as a letter on A4: on the screen as it will be printed. */
export function ReportLetter(props: { requestId: string }) {
  const { t } = useTranslation();
  const request = useLoad(getRequest, { id: props.requestId });
  const report = useLoad(getReport, { id: props.requestId });
  const newest = report.data?.versions[0];
  return (
    <div className={classes.page}>
      <div className={classes.controls}>
        <PageHeader
          title={t('records.letter.title')}
          back={paths.consult(props.requestId)}
          actions={
            newest && (
              <Button
                size="lg"
                leftSection={<IconPrinter size={22} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('records.report.print')}
              </Button>
            )
          }
        />
      </div>
      <Loaded query={report}>
        {({ versions: [final] }) => (
          <Loaded query={request}>
            {(asked) =>
              final ? <Letter request={asked} report={final} /> : <p>{t('records.report.none')}</p>
            }
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

function Letter({ request, report }: { request: ConsultRequest; report: FinalReport }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { patient, requester, provider } = request;
  const to = requester.organisation;
  const parts = [
    ['question', request.question],
    ['findings', report.findings],
    ['assessment', report.assessment],
    ['recommendation', report.recommendation],
  ] as const;
  return (
    <article className={classes.letter} lang="de">
      <header>
        <strong>{provider.organisation.name}</strong>
        <span>{`${provider.department.name} · ${provider.department.phone}`}</span>
      </header>
      <address>
        {requester.practitioner && <div>{requester.practitioner.name}</div>}
        <div>{to.name}</div>
        <div>{to.street}</div>
        <div>{`${to.postalCode} ${to.city}`}</div>
      </address>
      <p className={classes.date}>{formats.date(report.finalisedAt)}</p>
      <h2>
        {t('records.letter.subject', {
          specialty: request.specialty.nameDe,
          number: caseNumber(request.number),
        })}
      </h2>
      {report.version > 1 && <p>{t('records.letter.amended', { version: report.version })}</p>}
      <p className={classes.patient}>
        {t('records.letter.patient', {
          family: patient.familyName,
          given: patient.givenName,
          day: formats.day(patient.birthDate),
        })}
        {patient.kvnr !== null && ` · ${t('ui.patient.kvnr')} ${groupInsuranceNumber(patient.kvnr)}`}
      </p>
      {report.diagnoses.length > 0 && (
        <section>
          <h3>{t('records.report.diagnoses')}</h3>
          <DiagnosisLines diagnoses={report.diagnoses} />
        </section>
      )}
      {parts.map(
        ([name, text]) =>
          text.trim() !== '' && (
            <section key={name}>
              <h3>{t(name === 'question' ? 'records.request.question' : `records.report.${name}`)}</h3>
              <p>{text}</p>
            </section>
          ),
      )}
      <footer>
        {t('records.letter.signed', { name: report.author, time: formats.dateTime(report.finalisedAt) })}
      </footer>
    </article>
  );
}
