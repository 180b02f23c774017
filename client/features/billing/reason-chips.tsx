import { Chip, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import classes from './billing.module.css';

/** Why, by frequency; one chosen filters the list and says what it means and what to do. */
export function ReasonChips(props: {
  reasons: readonly { reason: string; events: number }[];
  chosen: string | null;
  onChoose: (reason: string | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { chosen } = props;
  if (props.reasons.length === 0) return null;
  return (
    <fieldset className={classes.reasons}>
      <legend>{t('billing.filter.reasons')}</legend>
      <Group gap="xs">
        {props.reasons.map(({ reason, events }) => (
          <Chip
            key={reason}
            variant="outline"
            checked={chosen === reason}
            onChange={(checked) => props.onChoose(checked ? reason : null)}
          >
            {t(`billing.reason.${reason}.label`)}
            <span className={classes.chipCount}>{formats.number(events)}</span>
          </Chip>
        ))}
      </Group>
      {chosen && (
        <Text mt="xs" role="status">
          {t(`billing.reason.${chosen}.definition`)}
        </Text>
      )}
    </fieldset>
  );
}
