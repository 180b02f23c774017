/** Where the places are: features link to one another by these, never by importing. */
export const paths = {
  consults: '/konsile',
  consult: (requestId: string) => `/konsile/${requestId}`,
  newRequest: '/konsile/neu',
  /** What the practice does with the appointments of its consults. */
  appointment: '/konsile/termin',
  moveBooking: (bookingId: string) => `/konsile/termin/verschieben/${bookingId}`,
  planSeries: (requestId: string) => `/konsile/termin/folgetermine/${requestId}`,
  waitingEntry: (requestId: string) => `/konsile/termin/warteliste/${requestId}`,
  /** Ask once more with the words of a consult that did not take place. */
  askAgain: (requestId: string) => `/konsile/neu/wieder/${requestId}`,
  residents: '/bewohner',
  urgent: '/dringend',
  urgentRequest: (id: string) => `/dringend/${id}`,
  queue: '/warteschlange',
  roster: '/dienstplan',
  bookings: '/termine',
  booking: (id: string) => `/termine/${id}`,
  /** The booking with the choice open of who takes it over. */
  handOver: (bookingId: string) => `/termine/${bookingId}/uebergeben`,
  board: '/lage',
  billing: '/abrechnung',
  evaluation: '/auswertung',
  network: '/netz',
  audit: '/protokoll',
  /** What one wants to be told. */
  notifications: '/benachrichtigungen',
  /** A page of its own, for anybody: camera, sound and line. */
  lineTest: '/test',
  /** Full screen, without the shell. */
  room: (requestId: string) => `/raum/${requestId}`,
  signIn: '/anmelden',
} as const;
