import { createContext, useContext } from 'react';

/** Puts a text into the report of a request; handed in by the application, because reports are another feature's. */
export type TakeIntoReport = (requestId: string, block: string) => Promise<void>;

/** Null where the room has no report beside it. */
export const TakeIntoReportContext = createContext<TakeIntoReport | null>(null);
export const useTakeIntoReport = (): TakeIntoReport | null => useContext(TakeIntoReportContext);
