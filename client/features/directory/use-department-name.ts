import { useTranslation } from 'react-i18next';
import type { DepartmentLevel } from '../../../server/modules/triage/settings-contract.ts';

/** A department with its house: many houses have a cardiology. */
export function useDepartmentName(): (department: Pick<DepartmentLevel, 'name' | 'organisation'>) => string {
  const { t } = useTranslation();
  return ({ name, organisation }) => t('directory.levels.named', { name, organisation });
}
