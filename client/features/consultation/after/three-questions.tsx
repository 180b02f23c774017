import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Grade,
  getFeedback,
  giveFeedback,
  Trouble,
} from '../../../../server/modules/evaluation/feedback-contract.ts';
import { call } from '../../../lib/call.ts';
import { useLoad } from '../../../lib/query.ts';
import { QuestionLine } from './question-line.tsx';
import classes from './three-questions.module.css';

type Answers = { worked: Grade | null; useful: Grade | null; trouble: Trouble | null };
/** Until three answers go out, in ms: who moves among them by arrow keys passes others on the way. */
const settled = 1_500;
const nothing: Answers = { worked: null, useful: null, trouble: null };

/** Three questions, one tap each; asked once per person and consultation, and to be passed over as a whole. */
export function ThreeQuestions({ consultationId }: { consultationId: string }) {
  // Nobody else is asked: who was not in the room gets no answer here, and that is no error to show.
  const { data } = useLoad(getFeedback, { id: consultationId }, { staleTime: Number.POSITIVE_INFINITY });
  return data && !data.given ? <Questions consultationId={consultationId} /> : null;
}

function Questions({ consultationId }: { consultationId: string }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState(nothing);
  const [isSent, setSent] = useState(false);
  const latest = useRef({ answers, isSent });
  latest.current = { answers, isSent };
  const send = (given: Answers) => {
    setSent(true);
    latest.current.isSent = true;
    // An answer that gets lost is no harm to anybody.
    void call(giveFeedback, { id: consultationId, ...given }, { keepalive: true }).catch(() => undefined);
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  // Who goes on in the middle has said what was tapped.
  useEffect(
    () => () => {
      const { answers: given, isSent: done } = latest.current;
      if (!done && Object.values(given).some((one) => one !== null)) sendNow.current(given);
    },
    [],
  );
  const answer = (part: Partial<Answers>) => setAnswers({ ...answers, ...part });
  useEffect(() => {
    if (isSent || Object.values(answers).includes(null)) return;
    const timer = window.setTimeout(() => sendNow.current(answers), settled);
    return () => window.clearTimeout(timer);
  }, [answers, isSent]);
  if (isSent) {
    return (
      <Text role="status" fw={600}>
        {t('room.after.thanks')}
      </Text>
    );
  }
  return (
    <section className={classes.questions} aria-labelledby="after-title">
      <Title order={2} size="h3" id="after-title">
        {t('room.after.title')}
      </Title>
      <Stack gap="md">
        {(['worked', 'useful'] as const).map((name) => (
          <QuestionLine
            key={name}
            question={t(`room.after.${name}`)}
            options={Grade.options.map((value) => ({ value, label: t(`room.after.grade.${value}`) }))}
            value={answers[name]}
            onChange={(value) => answer({ [name]: value })}
          />
        ))}
        <QuestionLine
          question={t('room.after.trouble')}
          options={Trouble.options.map((value) => ({ value, label: t(`room.after.troubles.${value}`) }))}
          value={answers.trouble}
          onChange={(value) => answer({ trouble: value })}
        />
      </Stack>
      <Group>
        <Button variant="subtle" onClick={() => send(answers)}>
          {t('room.after.skip')}
        </Button>
      </Group>
    </section>
  );
}
