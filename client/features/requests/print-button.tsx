import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Prints the page: what was asked for, on paper. */
export function PrintButton() {
  const { t } = useTranslation();
  return (
    <Button
      size="lg"
      variant="default"
      leftSection={<IconPrinter size={22} aria-hidden />}
      onClick={() => window.print()}
    >
      {t('requests.sent.print')}
    </Button>
  );
}
