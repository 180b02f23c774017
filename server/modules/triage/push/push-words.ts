import type { PushMessage } from '../push-contract.ts';

type About = {
  requestId: string;
  urgency: 'immediate' | 'urgent' | 'today';
  department: string;
  requester: string;
};

const words = {
  de: {
    ring: { immediate: 'Sofort', urgent: 'Dringend', today: 'Heute' },
    asks: (requester: string, department: string) => `${requester} ruft die ${department}.`,
    stopped: 'Erledigt',
    gone: 'Diese Anfrage klingelt bei Ihnen nicht mehr.',
  },
  en: {
    ring: { immediate: 'Immediate', urgent: 'Urgent', today: 'Today' },
    asks: (requester: string, department: string) => `${requester} calls ${department}.`,
    stopped: 'Done',
    gone: 'This request no longer rings for you.',
  },
} as const;

/** What stands on a locked screen: who asks whom and how urgently, nobody's name. Pure. */
export function ringMessage(locale: string, about: About): PushMessage {
  const text = words[locale === 'en' ? 'en' : 'de'];
  return {
    kind: 'ring',
    requestId: about.requestId,
    title: text.ring[about.urgency],
    body: text.asks(about.requester, about.department),
  };
}

export function stopMessage(locale: string, requestId: string): PushMessage {
  const text = words[locale === 'en' ? 'en' : 'de'];
  return { kind: 'stop', requestId, title: text.stopped, body: text.gone };
}
