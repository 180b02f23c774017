import { useEffect, useRef, useState } from 'react';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { addAttachment } from '../../../../server/modules/patients/attachment-contract.ts';
import type { PicturePurpose } from '../../../call/talk-messages.ts';
import { newKey } from '../../../lib/new-key.ts';
import { upload } from '../../../lib/upload.ts';

/** Sends one picture to the patient's files; tries after a lost line keep it once. */
export function useSendPicture(room: Room, picture: Blob, onKept: () => void) {
  const [state, setState] = useState<{ isRunning: boolean; share: number; error: unknown }>({
    isRunning: false,
    share: 0,
    error: null,
  });
  const key = useRef({ purpose: '', key: '' });
  const ended = useRef<AbortController>(undefined);
  useEffect(() => () => ended.current?.abort(), []);
  const send = async (kind: PicturePurpose) => {
    if (key.current.purpose !== kind) key.current = { purpose: kind, key: newKey() };
    const going = new AbortController();
    ended.current = going;
    setState({ isRunning: true, share: 0, error: null });
    try {
      await upload(
        addAttachment,
        { id: room.patient.id, kind, requestId: room.requestId },
        {
          content: picture,
          key: key.current.key,
          onProgress: (share) => setState({ isRunning: true, share, error: null }),
          signal: going.signal,
        },
      );
      if (!going.signal.aborted) onKept();
    } catch (error) {
      if (!going.signal.aborted) setState({ isRunning: false, share: 0, error });
    }
  };
  return { ...state, send: (kind: PicturePurpose) => void send(kind) };
}
