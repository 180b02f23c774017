import { SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeLevel,
  type DepartmentLevel,
  listLevels,
} from '../../../server/modules/triage/settings-contract.ts';
import { CallError } from '../../lib/call-error.ts';
import { errorText, fieldText } from '../../lib/error-text.ts';
import { useSend } from '../../lib/query.ts';
import { FormModal } from './form-modal.tsx';
import { useDepartmentName } from './use-department-name.ts';
import { useSaved } from './use-saved.ts';

/** A department's level, and the department to which it raises a request. */
export function LevelForm(props: {
  department: DepartmentLevel;
  departments: readonly DepartmentLevel[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { department, departments, onClose } = props;
  const nameOf = useDepartmentName();
  const saved = useSaved();
  const [level, setLevel] = useState(department.level);
  const [next, setNext] = useState(department.nextDepartmentId);
  const change = useSend(changeLevel, {
    refresh: [listLevels],
    onSuccess: () => {
      saved({});
      onClose();
    },
  });
  const code = change.error instanceof CallError ? change.error.fields.nextDepartmentId : undefined;
  return (
    <FormModal
      opened
      onClose={onClose}
      title={nameOf(department)}
      failure={change.isError && !code ? errorText(t, change.error) : null}
      busy={change.isPending}
      submitLabel={t('directory.form.save')}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ departmentId: department.departmentId, level, nextDepartmentId: next });
      }}
    >
      <div>
        <Text id="level" fw={600} mb={4}>
          {t('directory.levels.level')}
        </Text>
        <SegmentedControl
          aria-labelledby="level"
          fullWidth
          value={String(level)}
          onChange={(value) => setLevel(Number(value))}
          data={['1', '2'].map((value) => ({ value, label: t(`directory.levels.names.${value}`) }))}
        />
      </div>
      <Select
        label={t('directory.levels.next')}
        description={t('directory.levels.nextHint')}
        placeholder={t('directory.levels.noNext')}
        data={departments
          .filter(({ departmentId }) => departmentId !== department.departmentId)
          .map((one) => ({ value: one.departmentId, label: nameOf(one) }))}
        value={next}
        onChange={setNext}
        error={code && fieldText(t, code)}
        searchable
        clearable
      />
    </FormModal>
  );
}
