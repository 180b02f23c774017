import { expect, test } from 'vitest';
import { peopleOf, personAsSent } from './people-of.ts';

const practitioner = (id: string, familyName: string, active = true) => ({
  id,
  organisationId: 'o',
  departmentId: null,
  title: 'Dr. med.',
  givenName: 'Test',
  familyName,
  displayName: `Dr. med. Test ${familyName}`,
  lanr: '123456640',
  active,
});
const account = (id: string, displayName: string, practitionerId: string | null = null, active = true) => ({
  id,
  displayName,
  email: `${id}@x.example`,
  role: practitionerId ? ('physician' as const) : ('assistant' as const),
  departmentId: null,
  practitionerId,
  active,
  lastSignInAt: null,
  invitedUntil: null,
});

const accounts = [
  account('1', 'Mia Zett'),
  account('2', 'Dr. med. Test Muster', 'p1'),
  account('3', 'Ina Alt', null, false),
];
const practitioners = [practitioner('p1', 'Muster'), practitioner('p2', 'Beispiel')];

test('accounts and practitioners make one list of people: active first, by family name, nobody twice', () => {
  const people = peopleOf({ accounts, practitioners });
  expect(people.map(({ id }) => id)).toEqual(['p2', '2', '1', '3']);
  expect(people.find(({ id }) => id === '2')?.practitioner?.id).toBe('p1');
  expect(people.find(({ id }) => id === 'p2')?.account).toBeNull();
});

test('a person is sent back as it is, but for the change', () => {
  const [physician] = peopleOf({ accounts: accounts.slice(1, 2), practitioners });
  expect(physician).toBeDefined();
  expect(personAsSent(accounts[1]!, practitioners[0]!, { active: false })).toEqual({
    id: '2',
    role: 'physician',
    email: '2@x.example',
    displayName: null,
    departmentId: null,
    practitioner: { title: 'Dr. med.', givenName: 'Test', familyName: 'Muster', lanr: '123456640' },
    active: false,
  });
});
