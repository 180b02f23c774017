import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDeviceMobileMessage, IconMail } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import type { GuestLanguage } from '../../../../server/modules/consultation/guests-contract.ts';
import classes from './guest-link.module.css';

export type Invited = { name: string; language: GuestLanguage; link: string };

/** The link, to be handed on at once: it is kept nowhere. Messages are written in the guest's language. */
export function GuestLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const { t } = useTranslation();
  const { name, link, language } = invited;
  const body = t('invitations.link.message', { lng: language, name, link });
  const subject = t('invitations.link.subject', { lng: language });
  return (
    <Stack>
      <Text fw={680} role="status">
        {t('invitations.link.title', { name })}
      </Text>
      <Text>{t('invitations.link.once')}</Text>
      <Text className={classes.link} component="code">
        {link}
      </Text>
      <Group>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              size="lg"
              leftSection={copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'invitations.link.copied' : 'invitations.link.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          size="lg"
          variant="default"
          href={`sms:?&body=${encodeURIComponent(body)}`}
          leftSection={<IconDeviceMobileMessage aria-hidden />}
        >
          {t('invitations.link.sms')}
        </Button>
        <Button
          component="a"
          size="lg"
          variant="default"
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
          leftSection={<IconMail aria-hidden />}
        >
          {t('invitations.link.mail')}
        </Button>
      </Group>
      <QrCode text={link} label={t('invitations.link.code')} />
      <Text c="dimmed">{t('invitations.link.codeHint')}</Text>
      <Button variant="default" onClick={onDone}>
        {t('invitations.link.done')}
      </Button>
    </Stack>
  );
}

function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: dark.join('') };
  }, [text]);
  return (
    <div className={classes.code}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        <path d={path} fill="currentColor" />
      </svg>
    </div>
  );
}
