import { Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listDemoAccounts } from '../../../server/modules/identity/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { signIn } from '../../lib/session.ts';
import { Initials } from '../../ui/initials.tsx';
import { tellError } from '../../ui/tell.tsx';
import classes from './demo-accounts.module.css';

/** One card per person of the demonstration network; nothing where the server knows none (production). */
export function DemoAccounts() {
  const { t } = useTranslation();
  const { data } = useLoad(listDemoAccounts, {}, { staleTime: Number.POSITIVE_INFINITY });
  const [busy, setBusy] = useState(false);
  if (data === undefined || data.accounts.length === 0) return null;
  const enter = (email: string, password: string) => {
    setBusy(true);
    signIn(email, password)
      .catch(tellError)
      .finally(() => setBusy(false));
  };
  return (
    <section className={classes.demo} aria-labelledby="demo">
      <h2 id="demo">{t('identity.demo.title')}</h2>
      <Text c="dimmed">{t('identity.demo.hint')}</Text>
      <ul className={classes.cards}>
        {data.accounts.map((account) => {
          const role = t(`shell.roles.${account.role}`);
          const { displayName: name, organisation } = account;
          return (
            <li key={account.email}>
              <button type="button" disabled={busy} onClick={() => enter(account.email, account.password)}>
                <Initials name={name} size={44} />
                <span className={classes.words}>
                  <VisuallyHidden>{t('identity.demo.signInAs')}</VisuallyHidden>
                  <strong>{role}</strong>
                  <span>{name}</span>
                  <span>{organisation}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
