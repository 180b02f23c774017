import { Anchor, Title } from '@mantine/core';
import { IconBed, IconBuildingHospital, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getStation } from '../../../server/modules/identity/station-contract.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { Emergency } from '../../ui/emergency.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Logo } from '../../ui/logo.tsx';
import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { NetworkMap } from './network-map.tsx';
import { SignInForm } from './sign-in-form.tsx';
import classes from './sign-in-page.module.css';
import { StationSignIn } from './station-sign-in.tsx';

const audiences = [
  { key: 'forPractice', icon: IconStethoscope },
  { key: 'forHome', icon: IconBed },
  { key: 'forHospital', icon: IconBuildingHospital },
] as const;

/** The first page: what this is and for whom at the left, the way in at the right. */
export function SignInPage() {
  const { t } = useTranslation();
  usePageTitle(t('identity.title'));
  const { data } = useLoad(getStation, {});
  const [byPassword, setByPassword] = useState(false);
  const station = data?.station && data.station.people.length > 0 ? data.station : null;
  return (
    <div className={classes.page}>
      <section className={classes.about} aria-label={t('shell.brandLong')}>
        <NetworkMap />
        <div className={classes.brand}>
          <Logo size={52} />
          <div>
            <p className={classes.word}>{t('shell.brand')}</p>
            <p className={classes.long}>{t('shell.brandLong')}</p>
          </div>
        </div>
        <div className={classes.promise}>
          <h2>{t('identity.promise')}</h2>
          <p>{t('identity.intro')}</p>
          <ul>
            {audiences.map(({ key, icon: Sign }) => (
              <li key={key}>
                <Sign size={26} stroke={1.6} aria-hidden />
                {t(`identity.${key}`)}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <main className={classes.entry}>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <div className={classes.column}>
          {station && !byPassword ? (
            <StationSignIn station={station} onPassword={() => setByPassword(true)} />
          ) : (
            <>
              <Title order={1} mb="lg">
                {t('identity.title')}
              </Title>
              <SignInForm />
              {station && (
                <Anchor
                  component="button"
                  type="button"
                  mt="md"
                  className={classes.back}
                  onClick={() => setByPassword(false)}
                >
                  {t('identity.station.byPin')}
                </Anchor>
              )}
            </>
          )}
          <Anchor href={paths.lineTest} mt="md" className={classes.test}>
            {t('identity.lineTest')}
          </Anchor>
          <div className={classes.emergency}>
            <Emergency text={t('shell.emergency')} />
          </div>
          <DemoAccounts />
        </div>
      </main>
    </div>
  );
}
