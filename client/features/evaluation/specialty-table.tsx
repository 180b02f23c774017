import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { FiguresTable } from './figures-table.tsx';

const columns = ['consultations', 'answeredInTime', 'secondsToDoctor'] as const;

/** The same indicators by specialty. */
export function SpecialtyTable(props: {
  specialties: { code: string; nameDe: string; nameEn: string; figures: Figures }[];
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <FiguresTable
      head={t('evaluation.specialty')}
      columns={columns.map((name) => ({ name, label: t(`evaluation.indicator.${name}.short`) }))}
      rows={props.specialties.map(({ code, nameDe, nameEn, figures }) => ({
        key: code,
        name: locale === 'de' ? nameDe : nameEn,
        figures,
      }))}
    />
  );
}
