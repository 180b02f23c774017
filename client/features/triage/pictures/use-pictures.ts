import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type AttachmentKind,
  addAttachment,
  removeAttachment,
} from '../../../../server/modules/patients/attachment-contract.ts';
import { call } from '../../../lib/call.ts';
import { isPassing } from '../../../lib/call-error.ts';
import { forgetPicture, keepPicture, keptPicture } from '../../../lib/kept-pictures.ts';
import { newKey } from '../../../lib/new-key.ts';
import { useUser } from '../../../lib/session.ts';
import type { UrgentDraftHandle } from '../urgent-draft.ts';
import { shrinkPicture } from './shrink-picture.ts';

const again = 3_000;

/**
 * The pictures of the request that is being entered: kept on the device at once, sent in the background as soon as
 * the line allows, each once (its own id is the idempotency key).
 */
export function usePictures(draft: UrgentDraftHandle) {
  const user = useUser();
  const { value, patch } = draft;
  const { patientId } = value;
  const [refused, setRefused] = useState<unknown>(null);
  const [offline, setOffline] = useState(false);
  const latest = useRef(value.pictures);
  latest.current = value.pictures;
  const keep = useCallback(
    (pictures: typeof value.pictures) => {
      latest.current = pictures;
      patch({ pictures });
    },
    [patch],
  );

  const add = async (kind: AttachmentKind, file: Blob) => {
    setRefused(null);
    try {
      const id = newKey();
      const picture = await shrinkPicture(file);
      await keepPicture(id, user.id, picture);
      keep([...latest.current, { id, kind, attachmentId: null }]);
    } catch (error) {
      setRefused(error);
    }
  };
  const remove = (id: string) => {
    const gone = latest.current.find((one) => one.id === id);
    keep(latest.current.filter((one) => one.id !== id));
    void forgetPicture(id);
    // A loose one that stays because the line is lost is removed by the server after a week.
    if (gone?.attachmentId) void call(removeAttachment, { id: gone.attachmentId }).catch(() => undefined);
  };

  const next = value.pictures.find(({ attachmentId }) => attachmentId === null) ?? null;
  const nextId = next?.id ?? null;
  const kind = next?.kind;
  useEffect(() => {
    if (nextId === null || patientId === null || kind === undefined) return;
    const ended = new AbortController();
    let timer: number | undefined;
    const attempt = async () => {
      const content = await keptPicture(nextId);
      const drop = () => keep(latest.current.filter(({ id }) => id !== nextId));
      // The browser's storage is blocked or was emptied: there is nothing to send any more.
      if (!content) return drop();
      try {
        const options = { content, key: nextId, signal: ended.signal, timeout: 60_000 };
        const { id: attachmentId } = await call(addAttachment, { id: patientId, kind }, options);
        if (ended.signal.aborted) return;
        setOffline(false);
        keep(latest.current.map((one) => (one.id === nextId ? { ...one, attachmentId } : one)));
      } catch (error) {
        if (ended.signal.aborted) return;
        if (isPassing(error)) {
          setOffline(true);
          timer = window.setTimeout(() => void attempt(), again);
          return;
        }
        setOffline(false);
        setRefused(error);
        drop();
      }
    };
    void attempt();
    return () => {
      ended.abort();
      window.clearTimeout(timer);
    };
  }, [nextId, kind, patientId, keep]);

  return {
    pictures: value.pictures,
    add,
    remove,
    refused,
    sending: next !== null,
    offline: offline && next !== null,
  };
}
export type Pictures = ReturnType<typeof usePictures>;
