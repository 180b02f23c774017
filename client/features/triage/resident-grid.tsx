import { TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resident } from '../../../server/modules/patients/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ResidentCard } from './resident-card.tsx';
import classes from './residents.module.css';

/** Residents as cards with a search by name or room. A tap on the card chooses. */
export function ResidentGrid(props: {
  residents: readonly Resident[];
  onChoose: (id: string) => void;
  chooseLabel: (name: string) => string;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = props.residents.filter((one) => {
    const text = `${one.givenName} ${one.familyName} ${one.room ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <TextInput
        className={classes.search}
        size="lg"
        aria-label={t('triage.residents.search')}
        placeholder={t('triage.residents.search')}
        leftSection={<IconSearch size={24} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <EmptyState
          icon={IconUserSearch}
          title={t('triage.residents.notFound')}
          hint={t('triage.residents.notFoundHint')}
        />
      ) : (
        <ul className={classes.grid}>
          {found.map((one) => (
            <li key={one.id}>
              <ResidentCard
                resident={one}
                label={props.chooseLabel(`${one.givenName} ${one.familyName}`)}
                onChoose={() => props.onChoose(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
