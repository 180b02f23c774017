import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMapPinOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getOrganisation } from '../../../server/modules/directory/contract.ts';
import { CallError } from '../../lib/call-error.ts';
import { useLoad } from '../../lib/query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { OrganisationDetails } from './organisation-details.tsx';

/** One organisation beside the list, with its departments and people. */
export function OrganisationDrawer(props: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 699px)') ?? false;
  const { id } = props;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={props.onClose}
      position="right"
      size={isNarrow ? '100%' : 620}
      title={t('directory.table.name')}
      padding="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {id !== undefined && <Content key={id} id={id} />}
    </Drawer>
  );
}

function Content({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useLoad(getOrganisation, { id }, { keep: false });
  const { error } = query;
  if (error instanceof CallError && [404, 422].includes(error.status)) {
    return (
      <EmptyState
        icon={IconMapPinOff}
        title={t('directory.detail.missing')}
        hint={t('directory.detail.missingHint')}
      />
    );
  }
  return (
    <Loaded query={query}>{(organisation) => <OrganisationDetails organisation={organisation} />}</Loaded>
  );
}
