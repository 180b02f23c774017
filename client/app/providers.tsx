import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocale } from '../lib/i18n.ts';
import { queryClient } from '../lib/query-client.ts';
import { cssVariables } from '../ui/css-variables.ts';
import { theme } from '../ui/theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'telkonnet.scheme' });

export function Providers(props: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
      >
        <DatesProvider settings={{ locale: locale === 'en' ? 'en-gb' : 'de', firstDayOfWeek: 1 }}>
          <Notifications position="bottom-right" />
          {props.children}
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
