import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getOverview } from '../../../server/modules/directory/contract.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './county-map.module.css';

type County = Reply<typeof getOverview>['counties'][number];

// Column and row of each body, as they lie to one another: coast above, Osnabrück below.
const places: Record<string, readonly [column: number, row: number]> = {
  '03452': [2, 1],
  '03462': [3, 1],
  '03455': [4, 1],
  '03405': [5, 1],
  '03402': [1, 2],
  '03457': [2, 2],
  '03451': [3, 2],
  '03403': [4, 2],
  '03461': [5, 2],
  '03454': [2, 3],
  '03453': [3, 3],
  '03458': [4, 3],
  '03401': [5, 3],
  '03456': [2, 4],
  '03404': [3, 4],
  '03459': [4, 4],
  '03460': [5, 4],
};

/** The region as tiles, darker where more organisations are; a press narrows the list down to one county. */
export function CountyMap(props: {
  counties: readonly County[];
  chosen: string | undefined;
  onChoose: (ags: string | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const total = (county: County) => county.hospital + county.practice + county.care_home;
  const most = Math.max(1, ...props.counties.map(total));
  return (
    <section className={classes.map} aria-label={t('directory.map.title')}>
      {props.counties.map((county) => {
        const { ags, name, practice: practices, care_home: homes, hospital: hospitals, people } = county;
        const isChosen = props.chosen === ags;
        return (
          <button
            key={ags}
            type="button"
            className={classes.tile}
            style={placed(ags, total(county) / most)}
            data-empty={total(county) === 0 || undefined}
            aria-pressed={isChosen}
            onClick={() => props.onChoose(isChosen ? null : ags)}
          >
            <span className={classes.name}>{name}</span>
            <span className={classes.count}>{formats.number(total(county))}</span>
            <VisuallyHidden>
              {t('directory.map.tile', { practices, homes, hospitals, people })}
            </VisuallyHidden>
          </button>
        );
      })}
    </section>
  );
}

/** @param share of the county with most organisations, 0 to 1 */
function placed(
  ags: string,
  share: number,
): CSSProperties & Record<'--column' | '--row' | '--share', string> {
  const [column, row] = places[ags] ?? [1, 5];
  return { '--column': String(column), '--row': String(row), '--share': `${Math.round(70 * share)}%` };
}
