import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReportTexts } from '../../../server/modules/records/contract.ts';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { type TextField, withBlock } from './report-words.ts';

const texts = ['question', 'background', 'medication'] as const;

/** What the request says already is taken over by one press, into the text that was worked on last. */
export function TextBlocks(props: {
  request: ConsultRequest;
  words: ReportTexts;
  field: TextField;
  onChange: (words: ReportTexts) => void;
}) {
  const { t } = useTranslation();
  const { request, words, field } = props;
  const there = texts.filter((name) => request[name]);
  const newDiagnoses = request.diagnoses.filter(
    (one) => !words.diagnoses.some(({ code }) => code === one.code),
  );
  if (there.length === 0 && request.diagnoses.length === 0) return null;
  const insert = (name: (typeof texts)[number]) =>
    props.onChange({
      ...words,
      [field]: withBlock(
        words[field],
        t('records.block.text', { label: t(`records.block.${name}`), text: request[name] }),
      ),
    });
  return (
    <Group gap={8} role="group" aria-label={t('records.block.label')}>
      {there.map((name) => (
        <Block key={name} label={t(`records.block.${name}`)} onPress={() => insert(name)} />
      ))}
      {newDiagnoses.length > 0 && (
        <Block
          label={t('records.block.diagnoses')}
          onPress={() => props.onChange({ ...words, diagnoses: [...words.diagnoses, ...newDiagnoses] })}
        />
      )}
    </Group>
  );
}

function Block(props: { label: string; onPress: () => void }) {
  return (
    <Button
      variant="light"
      size="compact-md"
      leftSection={<IconPlus size={18} aria-hidden />}
      // The text that is worked on keeps the keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.label}
    </Button>
  );
}
