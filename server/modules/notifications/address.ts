import type { Config } from '../../kernel/config.ts';

/** Where people open the network; links in e-mails and calendars begin so. */
export const publicAddress = ({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string =>
  publicUrl ?? `http://localhost:${port}`;

export const hostOf = (config: Pick<Config, 'publicUrl' | 'port'>): string =>
  new URL(publicAddress(config)).hostname;

/** The pages that e-mails and calendars lead to: the client's own paths. */
export const linksOf = (config: Pick<Config, 'publicUrl' | 'port'>) => {
  const begin = publicAddress(config);
  return {
    room: (requestId: string) => `${begin}/raum/${requestId}`,
    consult: (requestId: string) => `${begin}/konsile/${requestId}`,
    roster: `${begin}/dienstplan`,
    queue: `${begin}/warteschlange`,
    board: `${begin}/lage`,
    choices: `${begin}/benachrichtigungen`,
  };
};
