import { useParams } from 'react-router';
import { RequestForm } from './request-form.tsx';
import { SentPage } from './sent-page.tsx';
import { placeOf } from './step-path.ts';

export default function RequestPage() {
  const place = placeOf(useParams()['*'] ?? '');
  return 'sent' in place ? <SentPage requestId={place.sent} /> : <RequestForm step={place.step} />;
}
