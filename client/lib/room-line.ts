import type { FactData, MessageReply, Signalling } from '../call/signalling.ts';
import { askByName, hearByName, onReconnect, renewLine } from './socket.ts';

/** The live line of who is signed in, as the call uses it. */
export const roomLine: Signalling = {
  ask: async (name, data) => (await askByName(name, data)) as MessageReply<typeof name>,
  hear: (name, handler) => hearByName(name, (data) => handler(data as FactData<typeof name>)),
  onReconnect,
  renew: renewLine,
};
