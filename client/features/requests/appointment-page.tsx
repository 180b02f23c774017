import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MovePage } from './move/move-page.tsx';
import { SeriesPage } from './series/series-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';

/** What a practice does with the times of its consults: move one, plan those that follow, look after the waiting. */
export default function AppointmentPage() {
  const { t } = useTranslation();
  const [what, id] = (useParams()['*'] ?? '').split('/');
  if (id && what === 'verschieben') return <MovePage key={id} bookingId={id} />;
  if (id && what === 'folgetermine') return <SeriesPage key={id} requestId={id} />;
  if (id && what === 'warteliste') return <WaitingPage key={id} requestId={id} />;
  return <EmptyState icon={IconCalendarQuestion} title={t('requests.appointment.none')} />;
}
