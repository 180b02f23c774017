import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../lib/i18n.ts';
import { changeLocale } from '../lib/session.ts';
import { tellError } from './tell.tsx';

const short = { de: 'DE', en: 'EN' } as const;

/** German or English, at once; each language names itself. */
export function LanguageSwitch(props: { full?: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <SegmentedControl<'de' | 'en'>
      aria-label={t('shell.language')}
      value={locale}
      fullWidth={props.full ?? false}
      onChange={(chosen) => void changeLocale(chosen).catch(tellError)}
      data={[
        { value: 'de', label: props.full ? t('shell.german') : short.de },
        { value: 'en', label: props.full ? t('shell.english') : short.en },
      ]}
    />
  );
}
