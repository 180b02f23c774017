import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getOverview } from '../../../server/modules/directory/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { kindIcons } from './kinds.ts';
import classes from './network.module.css';

type Counties = Reply<typeof getOverview>['counties'];
const shown = ['practice', 'care_home', 'hospital'] as const;

/** Three numbers that are also filters, and how many people have access. */
export function KindTiles(props: {
  counties: Counties;
  kind: string | undefined;
  onKind: (kind: string | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sum = (of: (typeof shown)[number] | 'people') =>
    props.counties.reduce((so, county) => so + county[of], 0);
  return (
    <div className={classes.tiles}>
      {shown.map((kind) => (
        <StatTile
          key={kind}
          label={t(`directory.kinds.${kind}`)}
          icon={kindIcons[kind]}
          value={formats.number(sum(kind))}
          hint={t('directory.inCounties', {
            count: props.counties.filter((county) => county[kind] > 0).length,
          })}
          selected={props.kind === kind}
          onClick={() => props.onKind(props.kind === kind ? null : kind)}
        />
      ))}
      <StatTile
        label={t('directory.kinds.people')}
        icon={IconUsers}
        tone="neutral"
        value={formats.number(sum('people'))}
        hint={t('directory.everywhere')}
      />
    </div>
  );
}
