import {
  ActionIcon,
  Combobox,
  Group,
  SegmentedControl,
  Select,
  Text,
  TextInput,
  useCombobox,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Diagnosis, searchIcd } from '../../server/modules/requests/contract.ts';
import { certainties, checkIcdCode, sides } from '../../server/modules/requests/icd.ts';
import { useLocale } from '../lib/i18n.ts';
import { useLoad } from '../lib/query.ts';
import classes from './diagnosis-input.module.css';

/** Diagnoses of ICD-10-GM: found by code or words, each with its certainty and, where it has one, its side. */
export function DiagnosisInput(props: {
  label: string;
  description?: ReactNode;
  value: readonly Diagnosis[];
  onChange: (value: Diagnosis[]) => void;
  /** What a newly chosen one counts as. */
  certainty: 'V' | 'G';
  required?: boolean;
  error?: ReactNode;
  id?: string;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const change = (at: number, next: Diagnosis) =>
    onChange(value.map((one, index) => (index === at ? next : one)));
  const add = (entry: { code: string; title: string }) => {
    if (!value.some((one) => one.code === entry.code))
      onChange([...value, { ...entry, certainty: props.certainty }]);
  };
  return (
    <div className={classes.diagnoses}>
      <DiagnosisSearch {...props} onChoose={add} />
      {value.map((one, at) => (
        <div key={one.code} className={classes.diagnosis}>
          <Text className={classes.words}>
            <strong className="digits">{one.code}</strong> {one.title}
          </Text>
          <Group gap="xs" className={classes.choices}>
            <SegmentedControl
              aria-label={t('ui.diagnosis.certainty', { code: one.code })}
              data={certainties.map((code) => ({ value: code, label: t(`ui.diagnosis.${code}`) }))}
              value={one.certainty ?? props.certainty}
              onChange={(certainty) => change(at, { ...one, certainty })}
            />
            <Select
              aria-label={t('ui.diagnosis.side', { code: one.code })}
              placeholder={t('ui.diagnosis.noSide')}
              clearable
              w={150}
              data={sides.map((code) => ({ value: code, label: t(`ui.diagnosis.side${code}`) }))}
              value={one.side ?? null}
              onChange={(side) => {
                const { side: _, ...rest } = one;
                change(at, side ? { ...rest, side } : rest);
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ui.diagnosis.remove', { code: one.code })}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <IconTrash size={22} aria-hidden />
            </ActionIcon>
          </Group>
        </div>
      ))}
    </div>
  );
}

function DiagnosisSearch(props: {
  label: string;
  description?: ReactNode;
  required?: boolean;
  error?: ReactNode;
  id?: string;
  onChoose: (entry: { code: string; title: string }) => void;
}) {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useLoad(searchIcd, { q: asked }, { enabled: asked !== '', staleTime: 3_600_000 });
  const entries = asked === '' ? [] : (found.data?.entries ?? []);
  const first = entries[0]?.code;
  const { selectFirstOption } = combobox;
  // Enter takes the best one, also when it came after the last keystroke.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function is new at every render.
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
  }, [first]);
  const check = checkIcdCode(typed);
  // A well-formed code is accepted even where no title is known for it.
  const bare = check.valid && !entries.some((one) => one.code === check.code) ? check.code : null;
  const choose = (code: string) => {
    // Records are kept in German, the language of the catalogue.
    props.onChoose({ code, title: entries.find((one) => one.code === code)?.titleDe ?? '' });
    setTyped('');
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          id={props.id}
          label={props.label}
          description={props.description}
          required={props.required ?? false}
          error={props.error}
          placeholder={t('ui.diagnosis.placeholder')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {entries.map((one) => (
            <Combobox.Option key={one.code} value={one.code}>
              <strong className={`digits ${classes.code}`}>{one.code}</strong>{' '}
              {german ? one.titleDe : one.titleEn}
            </Combobox.Option>
          ))}
          {bare !== null && (
            <Combobox.Option value={bare}>
              <strong className={`digits ${classes.code}`}>{bare}</strong> {t('ui.diagnosis.bare')}
            </Combobox.Option>
          )}
          {entries.length === 0 && bare === null && (
            <Combobox.Empty>{t(found.isFetching ? 'ui.loading' : 'ui.diagnosis.none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
