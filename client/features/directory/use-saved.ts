import { useTranslation } from 'react-i18next';
import {
  getOrganisation,
  getOverview,
  listOrganisations,
} from '../../../server/modules/directory/contract.ts';
import { fieldText } from '../../lib/error-text.ts';
import { tellDone } from '../../ui/tell.tsx';

/** What every change of the directory makes stale. */
export const stale = [listOrganisations, getOrganisation, getOverview] as const;

/** Says that something was saved, and what is doubtful about it. */
export function useSaved(): (warnings: Record<string, string>, message?: string) => void {
  const { t } = useTranslation();
  return (warnings, message) => {
    const texts = Object.values(warnings).map((code) => fieldText(t, code));
    tellDone(
      texts.length > 0
        ? t('directory.form.warning', { text: texts.join(' ') })
        : (message ?? t('directory.form.saved')),
    );
  };
}
