import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../server/modules/requests/contract.ts';

/** Diagnoses one under the other: "I50.13 Linksherzinsuffizienz (Verdacht, links)". */
export function DiagnosisLines({ diagnoses }: { diagnoses: readonly Diagnosis[] }) {
  const { t } = useTranslation();
  return diagnoses.map((one) => {
    const more = [
      one.certainty && t(`ui.diagnosis.${one.certainty}`),
      one.side && t(`ui.diagnosis.side${one.side}`),
    ];
    const told = more.filter(Boolean).join(', ');
    return (
      <div key={one.code}>
        <strong className="digits">{one.code}</strong> {one.title} {told && `(${told})`}
      </div>
    );
  });
}
