import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function HomeLink() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/">
      {t('shell.home')}
    </Button>
  );
}
