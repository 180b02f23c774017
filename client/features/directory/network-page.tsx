import { Button, Pagination } from '@mantine/core';
import { IconMapPinOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import {
  directoryChanged,
  getOrganisation,
  getOverview,
  listOrganisations,
} from '../../../server/modules/directory/contract.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CountyMap } from './county-map.tsx';
import { KindTiles } from './kind-tiles.tsx';
import { LevelsPanel } from './levels-panel.tsx';
import classes from './network.module.css';
import { OrganisationDrawer } from './organisation-drawer.tsx';
import { OrganisationFilters } from './organisation-filters.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import { OrganisationTable } from './organisation-table.tsx';
import { type SortColumn, useNetworkFilter } from './use-network-filter.ts';

const size = 25;

/** "Netz": every organisation of the network, by county and kind, and what belongs to it. */
export default function NetworkPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const chosen = useParams()['*'] || undefined;
  const narrowing = useNetworkFilter();
  const { filter, change, search } = narrowing;
  const [adding, setAdding] = useState(false);
  const overview = useLoad(getOverview, {});
  const list = useLoad(listOrganisations, { ...filter, size });
  useLive(directoryChanged, [keyOf(listOrganisations), keyOf(getOrganisation), keyOf(getOverview)]);
  const open = (id: string | null) =>
    navigate({ pathname: id ? `${paths.network}/${id}` : paths.network, search: search.toString() });
  const sort = filter.sort ?? 'name';
  const descending = filter.descending === 'true';
  const onSort = (column: SortColumn) => {
    // Names begin with A, numbers and times with the largest.
    const first = column === 'people' || column === 'lastSignInAt';
    const next = column === sort ? !descending : first;
    change({ sort: column, descending: next ? 'true' : null });
  };
  return (
    <>
      <PageHeader
        title={t('places.network')}
        description={t('directory.description')}
        actions={
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            {t('directory.add')}
          </Button>
        }
      />
      <div className={classes.parts}>
        <Loaded query={overview} rows={2}>
          {({ counties }) => (
            <div className={classes.overview}>
              <KindTiles counties={counties} kind={filter.kind} onKind={(kind) => change({ kind })} />
              <CountyMap
                counties={counties}
                chosen={filter.county}
                onChoose={(county) => change({ county })}
              />
            </div>
          )}
        </Loaded>
        <Panel title={t('directory.table.title', { count: list.data?.total ?? 0 })} flush>
          <OrganisationFilters {...narrowing} />
          <Loaded query={list} rows={8}>
            {({ organisations, total }) =>
              total === 0 ? (
                <EmptyState
                  icon={IconMapPinOff}
                  title={t('directory.empty.title')}
                  hint={t('directory.empty.hint')}
                />
              ) : (
                <>
                  <OrganisationTable
                    rows={organisations}
                    sorting={{ column: sort, descending, onSort }}
                    chosen={chosen}
                    onOpen={open}
                  />
                  {total > size && (
                    <nav className={classes.pages} aria-label={t('directory.table.pages')}>
                      <Pagination
                        total={Math.ceil(total / size)}
                        value={Number(filter.page ?? 1)}
                        onChange={(page) => change({ page: String(page) })}
                        getControlProps={(control) =>
                          control === 'next' || control === 'previous'
                            ? { 'aria-label': t(`directory.table.${control}`) }
                            : {}
                        }
                      />
                    </nav>
                  )}
                </>
              )
            }
          </Loaded>
        </Panel>
        <LevelsPanel />
      </div>
      <OrganisationDrawer id={chosen} onClose={() => open(null)} />
      <OrganisationForm
        opened={adding}
        organisation={null}
        onClose={() => setAdding(false)}
        onMade={(id) => open(id)}
      />
    </>
  );
}
