import { Button, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseGroup, type CaseRow, caseGroups } from '../../../server/modules/records/contract.ts';
import { useUser } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { NewItemsBar } from '../../ui/new-items-bar.tsx';
import { groupLook, sectionsOf } from './case-groups.ts';
import { CaseLink } from './case-link.tsx';
import classes from './case-list.module.css';
import { OpenOffers } from './open-offers.tsx';
import { useCases } from './use-cases.ts';
import { useWaiting } from './use-waiting.ts';

/** All own cases by what they ask for now; chips with numbers narrow it, one field finds. */
export function CaseList(props: { chosen: string | null }) {
  const { t } = useTranslation();
  const { role } = useUser();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [group, setGroup] = useState<CaseGroup | null>(null);
  const [mine, setMine] = useState(false);
  const { query, counts, shown, fresh, risen, reveal } = useCases({ group, q, mine });
  const waiting = useWaiting();
  const filters = caseGroups.filter((name) => (counts[name] ?? 0) > 0 || name === group);
  return (
    <Stack gap="sm">
      <div className={classes.find}>
        <TextInput
          aria-label={t('records.list.search')}
          placeholder={t('records.list.search')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          type="search"
        />
        <Select
          aria-label={t('records.list.filter')}
          data={[
            { value: 'all', label: t('records.list.all') },
            ...filters.map((name) => ({
              value: name,
              label: t('records.list.counted', {
                group: t(`records.group.${name}`),
                count: counts[name] ?? 0,
              }),
            })),
          ]}
          value={group ?? 'all'}
          onChange={(value) => setGroup(caseGroups.find((one) => one === value) ?? null)}
          allowDeselect={false}
          comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        />
      </div>
      {role === 'specialist' && (
        <Switch
          label={t('records.list.mine')}
          checked={mine}
          onChange={(event) => setMine(event.currentTarget.checked)}
        />
      )}
      <OpenOffers entries={waiting} rows={shown} chosen={props.chosen} />
      <News fresh={fresh} risen={risen} onReveal={reveal} />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <ListSkeleton rows={6} height={84} />}
      {query.isSuccess && shown.length === 0 && (
        <EmptyState
          icon={IconStethoscope}
          title={t(q || group || mine ? 'records.list.nothing' : 'records.list.empty')}
          hint={t(q || group || mine ? 'records.list.nothingHint' : `records.list.emptyHint.${asking(role)}`)}
        />
      )}
      {sectionsOf(shown).map((section) => {
        const Sign = groupLook[section.group].icon;
        return (
          <section
            key={section.id}
            className={classes.section}
            aria-label={t(`records.group.${section.group}`)}
          >
            <h2 className={classes.heading} data-tone={groupLook[section.group].tone}>
              <Sign size={20} aria-hidden />
              {t(`records.group.${section.group}`)}
              <span className={classes.count}>{counts[section.group] ?? ''}</span>
            </h2>
            <ul>
              {section.rows.map((row) => (
                <li key={row.id}>
                  <CaseLink
                    row={row}
                    isChosen={row.id === props.chosen}
                    place={waiting.find((one) => one.requestId === row.id)?.place ?? null}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {query.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void query.fetchNextPage()}
          loading={query.isFetchingNextPage}
        >
          {t('records.list.more')}
        </Button>
      )}
    </Stack>
  );
}

function News(props: { fresh: readonly CaseRow[]; risen: readonly CaseRow[]; onReveal: () => void }) {
  const { t } = useTranslation();
  const { fresh, risen } = props;
  const changed = [...fresh, ...risen];
  const answers = changed.filter(({ group }) => group === 'answer_new');
  const label =
    answers.length > 0
      ? t('records.list.answers', { count: answers.length })
      : t(risen.length > 0 ? 'records.list.changed' : 'records.list.fresh', { count: changed.length });
  return <NewItemsBar count={changed.length} label={label} onReveal={props.onReveal} />;
}

function asking(role: string): 'practice' | 'home' | 'department' {
  if (role === 'physician' || role === 'assistant') return 'practice';
  return role === 'nurse' || role === 'home_manager' ? 'home' : 'department';
}
