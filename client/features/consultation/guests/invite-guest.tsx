import { Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import { GuestForm } from './guest-form.tsx';
import { GuestLink, type Invited } from './guest-link.tsx';
import { GuestList } from './guest-list.tsx';

/** The form, then the link, which is shown this once; below, who is invited already. */
export function InviteGuest({ requestId }: { requestId: string }) {
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Stack>
      {invited ? (
        <GuestLink invited={invited} onDone={() => setInvited(null)} />
      ) : (
        <GuestForm requestId={requestId} onInvited={setInvited} />
      )}
      <Divider />
      <GuestList requestId={requestId} />
    </Stack>
  );
}
