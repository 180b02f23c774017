import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';

export default function UrgentPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('places.urgent')} />;
}
