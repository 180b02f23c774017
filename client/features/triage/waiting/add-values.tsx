import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addVitalSigns,
  getUrgentRequest,
  type UrgentRequest,
} from '../../../../server/modules/triage/contract.ts';
import { storable } from '../../../../server/modules/triage/vital-signs.ts';
import { ageOn } from '../../../lib/format.ts';
import { useSend } from '../../../lib/query.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { NextValue } from '../next-value.tsx';
import { scoredOf } from '../scored-of.ts';
import { VitalsEntry } from '../vitals-entry.tsx';
import {
  findingsOf,
  isEmpty,
  knownFrom,
  noVitals,
  type VitalField,
  type VitalsTyped,
  valuesTyped,
} from '../vitals-typed.ts';
import classes from './waiting.module.css';

const isTyped = (value: unknown): value is VitalsTyped =>
  typeof value === 'object' && value !== null && 'texts' in value && 'consciousness' in value;

/** New values while waiting: only what was measured anew; the rest stays known. */
export function AddValues(props: { urgent: UrgentRequest; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { request } = props.urgent;
  const draft = useDraft<VitalsTyped>(`urgent.values.${request.id}`, noVitals, isTyped);
  const [field, setField] = useState<VitalField>('respiratoryRate');
  const ageYears = ageOn(request.patient.birthDate, dayOf(new Date(useNow()).toISOString()));
  const send = useSend(addVitalSigns, {
    refresh: [getUrgentRequest],
    onSuccess: (reply) => {
      draft.clear();
      props.onClose();
      tellDone(
        t(reply.urgency === props.urgent.urgency ? 'triage.values.added' : 'triage.values.raised', {
          urgency: t(`triage.urgency.${reply.urgency}`),
        }),
      );
    },
  });
  const refused = !storable([...findingsOf(draft.value).values()]);
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="bottom"
      size="86%"
      title={t('triage.values.title', { name: `${request.patient.givenName} ${request.patient.familyName}` })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack>
        <VitalsEntry
          typed={draft.value}
          onChange={draft.set}
          person={{ ageYears, ...scoredOf(props.urgent) }}
          before={knownFrom(props.urgent.vitalSigns.filter((set) => set.takenAt >= props.urgent.raisedAt))}
          field={field}
          onField={setField}
        />
        {send.isError && <ErrorState error={send.error} kept={t('triage.send.keptShort')} />}
        <Group justify="flex-end" className={classes.foot}>
          <NextValue field={field} onField={setField} />
          <Button
            size="lg"
            disabled={isEmpty(draft.value) || refused}
            loading={send.isPending}
            onClick={() => send.mutate({ requestId: request.id, vitals: valuesTyped(draft.value) })}
          >
            {t('triage.values.send')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
