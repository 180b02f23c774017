import { useParams } from 'react-router';
import { AskAgainPage } from './ask-again-page.tsx';
import { RequestForm } from './request-form.tsx';
import { SentPage } from './sent-page.tsx';
import { placeOf } from './step-path.ts';

export default function RequestPage() {
  const place = placeOf(useParams()['*'] ?? '');
  if ('again' in place) return <AskAgainPage key={place.again} requestId={place.again} />;
  return 'sent' in place ? <SentPage requestId={place.sent} /> : <RequestForm step={place.step} />;
}
