import { Button, CopyButton, Paper, Spoiler, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { checkIntegrity, type Integrity } from '../../../server/modules/audit/contract.ts';
import { type Formats, useFormats } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './integrity-card.module.css';
import { lightOf, lights } from './integrity-light.ts';

/** Whether the log is as it was written: a light, what it means, and what to do. */
export function IntegrityCard() {
  const { t } = useTranslation();
  const query = useLoad(checkIntegrity, {}, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Loaded query={query} rows={1}>
      {(found) => (
        <Verdict found={found}>
          <Button
            variant="default"
            leftSection={<IconRefresh size={20} aria-hidden />}
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {t('audit.integrity.again')}
          </Button>
        </Verdict>
      )}
    </Loaded>
  );
}

function Verdict({ found, children }: { found: Integrity; children: React.ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const light = lightOf(found);
  const { tone, icon: Sign } = lights[light];
  const { last } = found;
  return (
    <Paper
      component="section"
      withBorder
      className={classes.card}
      data-tone={tone}
      aria-label={t('audit.integrity.title')}
    >
      <span className={classes.sign}>
        <Sign size={40} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <Title order={2} size="h3" className={classes.title} role={light === 'broken' ? 'alert' : undefined}>
          {t(`audit.integrity.${light}`)}
        </Title>
        {explain(found, t, formats).map((text) => (
          <Text key={text}>{text}</Text>
        ))}
        <Text c="dimmed">
          {t('audit.integrity.checkedAt')} <Time at={found.checkedAt} show="clock" />
        </Text>
        <Spoiler
          maxHeight={0}
          showLabel={t('audit.integrity.how')}
          hideLabel={t('ui.close')}
          className={classes.how}
        >
          <Text maw="80ch">{t('audit.integrity.howText')}</Text>
        </Spoiler>
      </div>
      <div className={classes.side}>
        {children}
        {last && (
          <CopyButton value={`${last.lastId} ${last.hash}`}>
            {({ copied, copy }) => (
              <Button
                variant="subtle"
                leftSection={
                  copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />
                }
                onClick={copy}
              >
                {t(copied ? 'audit.integrity.copied' : 'audit.integrity.copy')}
              </Button>
            )}
          </CopyButton>
        )}
      </div>
    </Paper>
  );
}

function explain(found: Integrity, t: TFunction, formats: Formats): string[] {
  const { broken, events, seals, waiting, waitingSince } = found;
  const light = lightOf(found);
  if (broken) {
    const range = { first: broken.firstId, last: broken.lastId, at: formats.dateTime(broken.sealedAt) };
    return [
      t(
        broken.fault === 'rows_changed' ? 'audit.integrity.brokenRows' : 'audit.integrity.brokenChain',
        range,
      ),
      t('audit.integrity.brokenAdvice'),
    ];
  }
  if (light === 'nothing') return [t('audit.integrity.nothingHint')];
  const covered = t('audit.integrity.soundHint', { count: events, seals: formats.number(seals) });
  if (light === 'stalled' && waitingSince) {
    return [covered, t('audit.integrity.stalledHint', { at: formats.dateTime(waitingSince) })];
  }
  return waiting > 0 ? [`${covered} ${t('audit.integrity.waiting', { count: waiting })}`] : [covered];
}
