import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listCounties, listOrganisations } from '../../../../server/modules/directory/contract.ts';
import { useLoad } from '../../../lib/query.ts';

type Field = { value?: unknown; onChange: (value: string[]) => void };
const listed = (field: Field): string[] => (Array.isArray(field.value) ? field.value.map(String) : []);

/** Who may book: everybody while both are empty. */
export function AudienceFields(props: { counties: Field; organisations: Field }) {
  const { t } = useTranslation();
  const counties = useLoad(listCounties, {});
  const practices = useLoad(listOrganisations, { kind: 'practice', active: 'true', size: 100 });
  return (
    <>
      <MultiSelect
        label={t('scheduling.audience.counties')}
        placeholder={listed(props.counties).length === 0 ? t('scheduling.audience.all') : ''}
        searchable
        data={(counties.data?.counties ?? []).map(({ ags, name }) => ({ value: ags, label: name }))}
        value={listed(props.counties)}
        onChange={props.counties.onChange}
      />
      <MultiSelect
        label={t('scheduling.audience.organisations')}
        placeholder={listed(props.organisations).length === 0 ? t('scheduling.audience.all') : ''}
        searchable
        data={(practices.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={listed(props.organisations)}
        onChange={props.organisations.onChange}
      />
    </>
  );
}
