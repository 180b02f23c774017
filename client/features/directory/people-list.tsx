import { Button, Title } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../../server/modules/directory/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InvitationModal } from './invitation-modal.tsx';
import classes from './organisation-drawer.module.css';
import { type Person, peopleOf } from './people-of.ts';
import { PersonForm } from './person-form.tsx';
import { PersonRow } from './person-row.tsx';
import type { Invited } from './use-person-save.ts';

/** Everybody of the organisation; in a hospital by department. */
export function PeopleList({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const people = peopleOf(organisation);
  const groups = organisation.departments
    .map(({ id, name }) => ({ id, name, people: people.filter((person) => person.departmentId === id) }))
    .filter((group) => group.people.length > 0);
  const others = people.filter((person) => person.departmentId === null);
  const list = (shown: Person[]) => (
    <ul className={classes.list}>
      {shown.map((person) => (
        <PersonRow key={person.id} person={person} onEdit={setEditing} onInvited={setInvited} />
      ))}
    </ul>
  );
  return (
    <section>
      <div className={classes.section}>
        <Title order={3}>{t('directory.people.title')}</Title>
        <Button
          variant="light"
          leftSection={<IconUserPlus size={20} aria-hidden />}
          disabled={!organisation.active}
          onClick={() => setEditing('new')}
        >
          {t('directory.people.invite')}
        </Button>
      </div>
      {people.length === 0 && (
        <EmptyState
          icon={IconUsers}
          title={t('directory.people.none')}
          hint={t('directory.people.noneHint')}
        />
      )}
      {groups.map((group) => (
        <div key={group.id}>
          <Title order={4} className={classes.group}>
            {group.name}
          </Title>
          {list(group.people)}
        </div>
      ))}
      {others.length > 0 && list(others)}
      {editing && (
        <PersonForm
          organisation={organisation}
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onInvited={setInvited}
        />
      )}
      <InvitationModal invited={invited} onClose={() => setInvited(null)} />
    </section>
  );
}
