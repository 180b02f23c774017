import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { listResidents } from '../../../server/modules/patients/contract.ts';
import { CallError } from '../../lib/call-error.ts';
import { newKey } from '../../lib/new-key.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { Emergency } from '../../ui/emergency.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { tellDone } from '../../ui/tell.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Call112 } from './call-112.tsx';
import { NextValue } from './next-value.tsx';
import { isOver, openRequestOf } from './open-request-of.ts';
import { usePictures } from './pictures/use-pictures.ts';
import { openOf, sendOf } from './send-of.ts';
import { SendState } from './send-state.tsx';
import { StepAdd } from './step-add.tsx';
import { StepCheck } from './step-check.tsx';
import { StepResident } from './step-resident.tsx';
import { StepSituation } from './step-situation.tsx';
import { StepVitals } from './step-vitals.tsx';
import { Steps } from './steps.tsx';
import { bodyOf, levelOf, questionOf, suggestionOf, useUrgentDraft } from './urgent-draft.ts';
import classes from './urgent-form.module.css';
import { useRaise } from './use-raise.ts';
import { couldBePregnant, useScored } from './use-scored.ts';
import type { VitalField } from './vitals-typed.ts';
import { whatHinders, whatHindersAdding } from './what-hinders.ts';

const last = 3;

/** Resident, situation, values, check: four steps, one question each. Every tap is kept on the device. */
export function UrgentForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  usePageTitle(t('triage.waiting.title'));
  const draft = useUrgentDraft();
  const { value, patch } = draft;
  const [refused, setRefused] = useState<unknown>(null);
  const [field, setField] = useState<VitalField>('respiratoryRate');
  const residents = useLoad(listResidents, {});
  const today = dayOf(new Date(useNow()).toISOString());
  const resident = residents.data?.residents.find(({ id }) => id === value.patientId);
  const person = useScored(resident, value.pregnant, today);
  const suggestion = suggestionOf(value, person, today);
  const question = questionOf(value, (one) => t(`triage.situations.${one}`)) || t('triage.situations.other');
  const pictures = usePictures(draft);
  // What is pressed goes out when the last picture is there.
  const level = levelOf(suggestion);
  const adds = value.addTo ?? openOf(resident);
  const send = pictures.sending ? null : sendOf(value, adds, level, bodyOf(value, level, question));
  useResidentFromAddress(draft.choose);

  const { offline } = useRaise(value.sendingAs, send, {
    sent: (requestId, wasOffline) => {
      draft.clear();
      if (adds !== null) tellDone(t('triage.add.done'));
      else if (wasOffline) tellDone(t('triage.send.sentAfterAll'));
      void navigate(paths.urgentRequest(requestId), { replace: true });
    },
    refused: (error) => {
      const open = openRequestOf(error);
      // One that has ended meanwhile: what was entered goes out as a request of its own.
      const over = adds !== null && isOver(error);
      if (over) void residents.refetch();
      patch({ sendingAs: null, ...(open ? { addTo: open } : over ? { addTo: null } : {}) });
      setRefused(open ? null : over ? new CallError('urgent_request_over') : error);
    },
  });
  const hinders = adds === null ? whatHinders(value, levelOf(suggestion)) : whatHindersAdding(value);
  const go = (step: number) => {
    setRefused(null);
    patch({ step });
    window.scrollTo({ top: 0 });
  };
  const press = () => {
    setRefused(null);
    patch({ sendingAs: newKey() });
  };
  const step = value.patientId === null ? 0 : Math.min(value.step, last);
  return (
    <div className={classes.form} data-task={step > 0 || undefined}>
      <div className={classes.head}>
        <Steps current={step} reachable={value.patientId === null ? 0 : last} onGo={go} />
        <Emergency text={t('triage.emergency')} compact />
      </div>
      {step > 0 && resident && <PatientBanner patient={resident} />}
      {draft.restored && draft.savedAt === null && step > 0 && value.sendingAs === null && (
        <div className={classes.restored} role="status">
          <span>{t('triage.form.restored')}</span>
          <Button variant="default" onClick={() => draft.clear()}>
            {t('triage.form.restart')}
          </Button>
        </div>
      )}
      {step > 0 && step < last && adds !== null && (
        <div className={classes.restored} role="status">
          <span>
            {t('triage.send.open')} {t('triage.add.there')}
          </span>
        </div>
      )}
      <Loaded query={residents}>
        {({ residents: list }) => (
          <>
            {step === 0 && <StepResident residents={list} onChoose={draft.choose} />}
            {step === 1 && <StepSituation draft={draft} />}
            {step === 2 && (
              <StepVitals
                draft={draft}
                person={person}
                asksPregnancy={couldBePregnant(resident?.sex, person.ageYears)}
                field={field}
                onField={setField}
              />
            )}
            {step === 3 && resident && adds !== null && (
              <StepAdd
                requestId={adds}
                draft={draft}
                pictures={pictures}
                person={person}
                suggestion={suggestion}
                onGo={go}
              />
            )}
            {step === 3 && resident && adds === null && (
              <StepCheck
                draft={draft}
                pictures={pictures}
                person={person}
                suggestion={suggestion}
                error={refused}
                onGo={go}
              />
            )}
          </>
        )}
      </Loaded>
      {step > 0 && (
        <div className={classes.actions}>
          {step === 1 && suggestion.call112 && <Call112 />}
          <SendState
            offline={offline || (value.sendingAs !== null && pictures.offline)}
            error={refused}
            onStop={() => patch({ sendingAs: null })}
          />
          <Button
            variant="default"
            size="lg"
            leftSection={<IconArrowLeft size={22} aria-hidden />}
            disabled={value.sendingAs !== null}
            onClick={() => go(step - 1)}
          >
            {t('triage.form.back')}
          </Button>
          {step === 2 && <NextValue field={field} onField={setField} />}
          {hinders[step] && (
            <span className={classes.hinders}>{t(`triage.form.hinders.${hinders[step]}`)}</span>
          )}
          {step < last ? (
            <Button
              size="lg"
              className={classes.forward}
              rightSection={<IconArrowRight size={22} aria-hidden />}
              disabled={hinders[step] !== null}
              onClick={() => go(step + 1)}
            >
              {t(`triage.form.next.${step}`)}
            </Button>
          ) : (
            <Button
              size="lg"
              className={classes.forward}
              leftSection={<IconSend size={24} aria-hidden />}
              disabled={hinders.some((one) => one !== null)}
              loading={value.sendingAs !== null}
              onClick={press}
            >
              {t(adds === null ? 'triage.form.send' : 'triage.add.send')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** `?resident=ID` from the list of residents starts with the second step. */
function useResidentFromAddress(choose: (patientId: string) => void) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('resident');
  const taken = useRef<string | null>(null);
  useEffect(() => {
    // Once: the address is emptied only after some renders, in which the person may have tapped on.
    if (asked === null || taken.current === asked) return;
    taken.current = asked;
    choose(asked);
    setSearch({}, { replace: true });
  }, [asked, choose, setSearch]);
}
