import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PicturePurpose } from '../../../call/talk-messages.ts';

const purposes = ['wound', 'medication_plan', 'document', 'other'] as const satisfies PicturePurpose[];

/** What the picture shows; by it, it is found among the files. */
export function PurposeChoice(props: { value: PicturePurpose; onChange: (value: PicturePurpose) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Input.Wrapper label={t('room.still.purpose')} labelElement="div" id={id}>
      <Chip.Group
        value={props.value}
        onChange={(value) => props.onChange(purposes.find((one) => one === value) ?? 'other')}
      >
        <Group gap={8} mt={6}>
          {purposes.map((purpose) => (
            <Chip key={purpose} value={purpose} size="lg">
              {t(`ui.pictures.kind.${purpose}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
