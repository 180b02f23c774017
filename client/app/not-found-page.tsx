import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { HomeLink } from './home-link.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t('shell.notFound.title')}
      hint={t('shell.notFound.hint')}
      action={<HomeLink />}
    />
  );
}
