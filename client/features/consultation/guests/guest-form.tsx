import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuestKind } from '../../../../server/modules/consultation/contract.ts';
import {
  GuestLanguage,
  inviteGuest,
  listGuests,
} from '../../../../server/modules/consultation/guests-contract.ts';
import { useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import type { Invited } from './guest-link.tsx';

/** Who shall come, as what, and that the patient agrees. */
export function GuestForm(props: { requestId: string; onInvited: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<GuestKind | null>(null);
  const [language, setLanguage] = useState<GuestLanguage>('de');
  const [patientAgrees, setPatientAgrees] = useState(false);
  const invite = useSend(inviteGuest, {
    refresh: [listGuests],
    onSuccess: ({ guest, path }) =>
      props.onInvited({ name: guest.name, language: guest.language, link: `${location.origin}${path}` }),
  });
  const isComplete = name.trim() !== '' && kind !== null && patientAgrees;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (kind && patientAgrees) invite.mutate({ id: props.requestId, name, kind, language, patientAgrees });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Text>{t('invitations.guest.what')}</Text>
        <TextInput
          label={t('invitations.guest.name')}
          description={t('invitations.guest.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          autoComplete="off"
          required
          data-autofocus
        />
        <Group grow align="start">
          <Select
            label={t('invitations.guest.kind')}
            data={GuestKind.options.map((value) => ({ value, label: t(`consultation.guestKinds.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(GuestKind.safeParse(value).data ?? null)}
            required
          />
          <Select
            label={t('invitations.guest.language')}
            data={GuestLanguage.options.map((value) => ({
              value,
              label: t(`invitations.guest.languages.${value}`),
            }))}
            value={language}
            onChange={(value) => setLanguage(GuestLanguage.safeParse(value).data ?? 'de')}
            allowDeselect={false}
          />
        </Group>
        <Checkbox
          label={t('invitations.guest.agrees')}
          checked={patientAgrees}
          onChange={(event) => setPatientAgrees(event.currentTarget.checked)}
          required
        />
        {invite.isError && <ErrorState error={invite.error} />}
        <Button type="submit" size="lg" loading={invite.isPending} disabled={!isComplete}>
          {t('invitations.guest.make')}
        </Button>
      </Stack>
    </form>
  );
}
