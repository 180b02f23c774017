/** Where the places are: features link to one another by these, never by importing. */
export const paths = {
  consults: '/konsile',
  consult: (requestId: string) => `/konsile/${requestId}`,
  newRequest: '/konsile/neu',
  residents: '/bewohner',
  urgent: '/dringend',
  urgentRequest: (id: string) => `/dringend/${id}`,
  queue: '/warteschlange',
  roster: '/dienstplan',
  booking: (id: string) => `/termine/${id}`,
  board: '/lage',
  billing: '/abrechnung',
  evaluation: '/auswertung',
  network: '/netz',
  audit: '/protokoll',
  /** Full screen, without the shell. */
  room: (requestId: string) => `/raum/${requestId}`,
  signIn: '/anmelden',
} as const;
