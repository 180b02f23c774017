import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import type { RequestDraft } from './request-draft.ts';
import classes from './request-summary.module.css';
import { stepPath } from './step-path.ts';
import { type Field, type Step, stepOf } from './what-is-missing.ts';

/** What is entered so far, beside every step. */
export function RequestSummary(props: {
  draft: RequestDraft;
  specialtyName: string | null;
  missing: readonly Field[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { draft } = props;
  const person = draft.patient ?? draft.newPatient;
  const hold = draft.way === 'time' && !draft.hold?.givenBack ? draft.hold : null;
  const empty = <Text c="dimmed">{t('requests.summary.open')}</Text>;
  return (
    <Panel title={t('requests.summary.title')}>
      <Stack gap={0}>
        <Row step="who" label={t('requests.summary.who')}>
          {props.specialtyName ?? empty}
        </Row>
        <Row step="question" label={t('requests.summary.patient')}>
          {person?.familyName
            ? t('requests.patient.name', { family: person.familyName, given: person.givenName })
            : empty}
        </Row>
        <Row step="question" label={t('requests.summary.question')}>
          {draft.question.trim() === '' ? empty : <Text lineClamp={4}>{draft.question}</Text>}
          {draft.diagnoses.length > 0 && (
            <Text c="dimmed">
              {draft.diagnoses.map((one) => `${one.code} ${one.certainty ?? ''}`).join(', ')}
            </Text>
          )}
        </Row>
        <Row step="time" label={t('requests.summary.time')}>
          {draft.way === 'waiting' && t('requests.waiting.title')}
          {draft.way === 'time' && !hold && empty}
          {hold &&
            t('requests.time.slot', {
              day: formats.longDate(hold.startAt),
              from: formats.time(hold.startAt),
              to: formats.time(hold.endAt),
            })}
          {hold && <Text c="dimmed">{hold.practitionerName}</Text>}
        </Row>
      </Stack>
    </Panel>
  );
}

function Row(props: { step: Step; label: string; children: ReactNode }) {
  return (
    <Link to={stepPath(props.step)} className={classes.row}>
      <Text c="dimmed">{props.label}</Text>
      <div className={classes.value}>{props.children}</div>
    </Link>
  );
}

/** "noch 2 Angaben", each a way to its field; and the way on. */
export function RequestProgress(props: {
  step: Step;
  missing: readonly Field[];
  onJump: (field: Field) => void;
  onSend: () => void;
  sending: boolean;
  way: RequestDraft['way'];
  /** The held time, above the press that books it. */
  dock: ReactNode;
}) {
  const { t } = useTranslation();
  const { missing, step } = props;
  const next: Step | null = step === 'who' ? 'question' : step === 'question' ? 'time' : null;
  const here = next === null ? missing : missing.filter((field) => stepOf(field) === step);
  return (
    <div className={classes.progress} data-last={next === null || undefined}>
      {props.dock && <div className={classes.dock}>{props.dock}</div>}
      <div role="status" className={classes.missing}>
        {here.length === 0 ? (
          <Group gap={8} c="var(--tone-done-ink)" fw={600}>
            <IconCircleCheck size={22} aria-hidden />
            {t(next === null ? 'requests.missing.none' : 'requests.missing.noneHere')}
          </Group>
        ) : (
          <>
            <Text fw={680}>{t('requests.missing.count', { count: here.length })}</Text>
            {here.slice(0, 3).map((field) => (
              <Button key={field} variant="subtle" size="compact-md" onClick={() => props.onJump(field)}>
                {t(`requests.missing.${field}`)}
              </Button>
            ))}
          </>
        )}
      </div>
      {next === null ? (
        <Button size="lg" onClick={props.onSend} loading={props.sending}>
          {t(props.way === 'time' ? 'requests.send' : 'requests.waiting.send')}
        </Button>
      ) : (
        <Button
          size="lg"
          component={Link}
          to={stepPath(next)}
          rightSection={<IconArrowRight size={22} aria-hidden />}
        >
          {t('requests.next', { step: t(`requests.steps.${next}`) })}
        </Button>
      )}
    </div>
  );
}
