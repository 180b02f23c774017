import { Route, Routes } from 'react-router';
import { UrgentForm } from './urgent-form.tsx';
import { WaitingView } from './waiting/waiting-view.tsx';

export default function UrgentPage() {
  return (
    <Routes>
      <Route index element={<UrgentForm />} />
      <Route path=":requestId" element={<WaitingView />} />
    </Routes>
  );
}
