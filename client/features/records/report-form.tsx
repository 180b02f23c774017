import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  discardDraft,
  finaliseReport,
  getCase,
  getReport,
  listCases,
  type Report,
} from '../../../server/modules/records/contract.ts';
import { getRequest } from '../../../server/modules/requests/contract.ts';
import { CallError, isPassing } from '../../lib/call-error.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DiagnosisInput } from '../../ui/diagnosis-input.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { tellDone } from '../../ui/tell.tsx';
import { ReportConflict } from './report-conflict.tsx';
import { type TextField, textFields, withBlock } from './report-words.ts';
import { SavedMark } from './saved-mark.tsx';
import { useTaking } from './take-into-report.ts';
import { TextBlocks } from './text-blocks.tsx';
import { useReportEditor } from './use-report-editor.ts';

/** The editor: three texts and the diagnoses, saved by itself; "abschließen" asks first. */
export function ReportForm(props: { requestId: string; report: Report }) {
  const { t } = useTranslation();
  const { requestId, report } = props;
  const editor = useReportEditor(requestId, report.draft);
  const { words } = editor;
  useTaking(requestId, (block) => editor.change({ ...words, findings: withBlock(words.findings, block) }));
  const [focused, setFocused] = useState<TextField>('findings');
  const request = useLoad(getRequest, { id: requestId }).data;
  const stale = [getReport, getCase, listCases];
  const finalise = useSend(finaliseReport, {
    refresh: stale,
    onSuccess: () => tellDone(t('records.report.sent')),
  });
  const discard = useSend(discardDraft, { refresh: stale });
  const isComplete = words.assessment.trim() !== '' || words.recommendation.trim() !== '';
  const finish = async () => {
    const isSaved = await editor.save();
    const savedAt = editor.savedAt();
    if (!isSaved || savedAt === null) throw new CallError('report_not_saved');
    await finalise.mutateAsync({ id: requestId, savedAt });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void editor.save();
  };
  return (
    <Stack onKeyDown={onKeyDown}>
      <Group justify="space-between" mih={30}>
        <SavedMark state={editor.state} />
      </Group>
      {editor.state.is === 'conflict' && report.draft && (
        <ReportConflict by={editor.state.by} theirs={report.draft} onDecide={editor.decide} />
      )}
      {editor.state.is === 'failed' && !isPassing(editor.state.error) && (
        <ErrorState error={editor.state.error} />
      )}
      {request && <TextBlocks request={request} words={words} field={focused} onChange={editor.change} />}
      {textFields.map((name) => (
        <Textarea
          key={name}
          label={t(`records.report.${name}`)}
          autosize
          minRows={name === 'findings' ? 4 : 3}
          maxLength={20_000}
          value={words[name]}
          onFocus={() => setFocused(name)}
          onChange={(event) => editor.change({ ...words, [name]: event.currentTarget.value })}
        />
      ))}
      <DiagnosisInput
        label={t('records.report.diagnoses')}
        certainty="G"
        value={words.diagnoses}
        onChange={(diagnoses) => editor.change({ ...words, diagnoses })}
      />
      <Group justify="space-between">
        {report.mayFinalise && (
          <ConfirmButton
            variant="filled"
            color="blue"
            size="lg"
            danger={false}
            leftSection={<IconFileCheck size={22} aria-hidden />}
            disabled={!isComplete || editor.state.is === 'conflict'}
            question={t('records.report.question', {
              name: request ? `${request.patient.givenName} ${request.patient.familyName}` : '',
            })}
            consequence={t('records.report.consequence', {
              house: request?.requester.organisation.name ?? '',
            })}
            confirmLabel={t('records.report.finalise')}
            onConfirm={finish}
          >
            {t('records.report.finalise')}
          </ConfirmButton>
        )}
        {report.draft && report.versions.length > 0 && (
          <Button
            variant="subtle"
            loading={discard.isPending}
            onClick={() => discard.mutate({ id: requestId })}
          >
            {t('records.report.discard')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
