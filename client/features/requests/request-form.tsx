import { Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { getOrganisation } from '../../../server/modules/directory/contract.ts';
import { nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { HoldDock } from './hold/hold-dock.tsx';
import { refusedTime } from './hold/refused-time.ts';
import { useHold } from './hold/use-hold.ts';
import { placedErrors } from './request-body.ts';
import { useRequestDraft } from './request-draft.ts';
import classes from './request-form.module.css';
import { RequestSteps } from './request-steps.tsx';
import { RequestProgress, RequestSummary } from './request-summary.tsx';
import { stepPath } from './step-path.ts';
import { StepQuestion } from './step-question.tsx';
import { StepTime } from './step-time.tsx';
import { StepWho } from './step-who.tsx';
import { useMissing } from './use-missing.ts';
import { useSending } from './use-sending.ts';
import { type Field, fieldId, type Step, stepOf } from './what-is-missing.ts';

/** The way to a consult. Whatever is entered stays, also when the line breaks or the time was given to another. */
export function RequestForm(props: { step: Step }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const german = useLocale() === 'de';
  const navigate = useNavigate();
  const draft = useRequestDraft();
  const { value } = draft;
  const user = useUser();
  const house = useLoad(getOrganisation, { id: user.organisation.id }, { staleTime: 600_000 });
  const physicians = (house.data?.practitioners ?? []).filter((one) => one.active);
  const asks = user.role === 'physician' ? [] : physicians;
  const missing = useMissing(value, asks.length > 1);
  const specialty = useLoad(nextFreeTimes, {}).data?.specialties.find(
    (one) => one.code === value.specialtyCode,
  );
  const [tried, setTried] = useState(false);
  const held = useHold({
    hold: value.hold,
    set: (hold) => {
      draft.patch({ hold });
      sending.reset();
    },
    markGivenBack: draft.markGivenBack,
  });
  const sending = useSending(draft, held);
  const refused = sending.error ? placedErrors(sending.error.fields) : {};
  const errorAt = (field: Field): string | undefined => {
    const code = refused[field];
    if (code) return t([`errors.${code}`, 'errors.invalid']);
    return tried && missing.includes(field) ? t('errors.required') : undefined;
  };
  const jump = (field: Field) => {
    setTried(true);
    void navigate(stepPath(stepOf(field)), { state: { field } });
  };
  useFocusOf(useLocation().state);
  const send = () => {
    const [first] = missing;
    if (first) jump(first);
    else sending.send();
  };
  const discard = () => {
    held.giveUp();
    draft.clear();
    setTried(false);
    void navigate(stepPath('who'));
  };
  return (
    <>
      <PageHeader
        title={t('places.newRequest')}
        actions={
          <Group gap="sm">
            {draft.savedAt !== null && (
              <Text c="dimmed" role="status">
                {t('requests.draft.saved', { time: formats.time(draft.savedAt) })}
              </Text>
            )}
            {draft.savedAt === null && draft.restored && (
              <Text c="dimmed">{t('requests.draft.restored')}</Text>
            )}
            {(draft.savedAt !== null || draft.restored) && (
              <ConfirmButton
                variant="subtle"
                leftSection={<IconTrash size={20} aria-hidden />}
                question={t('requests.draft.question')}
                confirmLabel={t('requests.draft.discard')}
                onConfirm={discard}
              >
                {t('requests.draft.discard')}
              </ConfirmButton>
            )}
          </Group>
        }
      />
      <RequestSteps step={props.step} missing={missing} />
      <div className={classes.form}>
        <div className={classes.step}>
          {props.step === 'who' && <StepWho draft={draft} error={errorAt('specialty')} />}
          {props.step === 'question' && <StepQuestion draft={draft} errorAt={errorAt} physicians={asks} />}
          {props.step === 'time' && value.specialtyCode === null && (
            <Button onClick={() => jump('specialty')}>{t('requests.time.first')}</Button>
          )}
          {props.step === 'time' && <StepTime draft={draft} held={held} />}
          {sending.error && !refusedTime(sending.error) && (
            <ErrorState error={sending.error} kept={t('requests.draft.kept')} />
          )}
          <RequestProgress
            step={props.step}
            missing={missing}
            onJump={jump}
            onSend={send}
            sending={sending.isPending}
            way={value.way}
            dock={
              props.step === 'time' && value.specialtyCode !== null && value.way === 'time' ? (
                <HoldDock
                  held={held}
                  whom={{ ...value, specialtyCode: value.specialtyCode }}
                  refused={refusedTime(sending.error)}
                />
              ) : null
            }
          />
        </div>
        <aside className={classes.summary}>
          <RequestSummary
            draft={value}
            specialtyName={specialty ? (german ? specialty.nameDe : specialty.nameEn) : null}
            missing={missing}
          />
        </aside>
      </div>
    </>
  );
}

/** After a jump the field is in view and has the keyboard. */
function useFocusOf(state: unknown): void {
  useEffect(() => {
    const field = typeof state === 'object' && state !== null && 'field' in state ? state.field : null;
    if (typeof field !== 'string') return;
    const place = document.getElementById(fieldId(field as Field));
    const focusable = place?.matches('input, textarea, [tabindex]')
      ? place
      : (place?.querySelector<HTMLElement>('input, textarea, button') ?? place);
    focusable?.focus();
    place?.scrollIntoView({ block: 'center' });
  }, [state]);
}
