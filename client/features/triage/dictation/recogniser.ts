/**
 * Speech recognition on the device (Web Speech API with `processLocally`, Chrome from 139 on). A recogniser that cannot
 * promise to stay on the device is not used: it would send what is said about a resident to a cloud service.
 */

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export type RecogniserResults = {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
};

/** As much of `SpeechRecognition` as is used. */
export type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: RecogniserResults) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
  abort: () => void;
};

type Options = { langs: string[]; processLocally: true };
export type RecogniserClass = {
  new (): Recogniser;
  available: (options: Options) => Promise<Availability>;
  /** Loads the language for use on the device; false when that failed. */
  install: (options: Options) => Promise<boolean>;
};

/** The browser's recogniser when it can be kept on the device, else null: an older one knows no such promise. */
export function localRecogniser(scope: object): RecogniserClass | null {
  const found: unknown =
    Reflect.get(scope, 'SpeechRecognition') ?? Reflect.get(scope, 'webkitSpeechRecognition');
  return isLocal(found) ? found : null;
}

function isLocal(value: unknown): value is RecogniserClass {
  if (typeof value !== 'function' || !('available' in value) || !('install' in value)) return false;
  const { prototype }: { prototype: unknown } = value;
  return typeof prototype === 'object' && prototype !== null && 'processLocally' in prototype;
}

/** What can be offered: nothing, loading the language first, or speaking. */
export type Offer = 'none' | 'install' | 'loading' | 'speak';

const offers: Record<Availability, Offer> = {
  unavailable: 'none',
  downloadable: 'install',
  downloading: 'loading',
  available: 'speak',
};

/** @param lang BCP 47, as `de-DE` */
export async function offerOf(found: RecogniserClass | null, lang: string): Promise<Offer> {
  if (!found) return 'none';
  try {
    return offers[await found.available({ langs: [lang], processLocally: true })] ?? 'none';
  } catch {
    // Forbidden by a policy of the house's browsers.
    return 'none';
  }
}

/** Loads the language; to be called by a press, as browsers ask for one. */
export async function install(found: RecogniserClass, lang: string): Promise<Offer> {
  try {
    const isThere = await found.install({ langs: [lang], processLocally: true });
    return isThere ? await offerOf(found, lang) : 'none';
  } catch {
    return 'none';
  }
}
