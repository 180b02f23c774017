import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { chosenDevice } from '../../call/device-choice.ts';
import { CallBar } from './call-bar.tsx';
import { CallNews } from './call-news.tsx';
import classes from './call-screen.module.css';
import { CallTop } from './call-top.tsx';
import { ChatNews } from './chat/chat-news.tsx';
import { useChat } from './chat/use-chat.ts';
import { EndDialog } from './end-dialog.tsx';
import { ByPhoneNote } from './phone/by-phone-note.tsx';
import { PhoneWay } from './phone/phone-way.tsx';
import { useByPhone } from './phone/use-by-phone.ts';
import type { RoomPanel } from './room-panel.ts';
import { useRoomTabs } from './room-tabs.tsx';
import { usePointing } from './sharing/use-pointing.ts';
import { useSecondCamera } from './sharing/use-second-camera.ts';
import { SidePanel } from './side-panel.tsx';
import { SpokenSound } from './spoken-sound.tsx';
import { Stage } from './stage.tsx';
import { TakeDialog } from './still/take-dialog.tsx';
import { useStills } from './still/use-stills.ts';
import { WishDialog } from './still/wish-dialog.tsx';
import type { Call } from './use-call.ts';
import { usePeople } from './use-people.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** Video as large as possible; what one does is at the bottom, what one knows on top, what one writes at the side. */
export function CallScreen(props: {
  room: Room;
  consultationId: string;
  panels: readonly RoomPanel[];
  call: Call;
}) {
  const { room, call } = props;
  useWakeLock();
  useShortcuts(call.client);
  const [speaker, setSpeaker] = useState(() => chosenDevice('speaker'));
  const people = usePeople(props.consultationId, call.state);
  const secondCamera = useSecondCamera(call);
  const pointing = usePointing(call, people);
  const isWide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const [isPanelOpen, panel] = useDisclosure(isWide === true);
  const [tab, setTab] = useState<string | null>(props.panels[0]?.name ?? 'chat');
  const chat = useChat(call, people, isPanelOpen && tab === 'chat');
  const byPhone = useByPhone(call, people);
  const [asked, setAsked] = useState<{ byPhone: boolean } | null>(null);
  const phone = { mayClose: room.mayClose, byPhone, onEndByPhone: () => setAsked({ byPhone: true }) };
  const isAlone = people.every(({ isMe }) => isMe);
  const stills = useStills(room, call, people);
  const tabs = useRoomTabs({ room, panels: props.panels, chat, stills, isAlone });
  const { seen } = stills;
  const showsFiles = isPanelOpen && tab === 'files' && stills.unseen > 0;
  useEffect(() => {
    if (showsFiles) seen();
  }, [showsFiles, seen]);
  return (
    <div className={classes.screen} data-panel={isPanelOpen || undefined}>
      <CallTop room={room} state={call.state} />
      <Stage
        room={room}
        call={call}
        people={people}
        pointing={pointing}
        secondCamera={secondCamera}
        phoneWay={<PhoneWay {...phone} />}
      />
      {isPanelOpen && <SidePanel tabs={tabs} shown={tab} onShow={setTab} onClose={panel.close} />}
      <CallBar
        room={room}
        isEndAsked={asked !== null}
        onAskEnd={() => setAsked({ byPhone: false })}
        phoneWay={<PhoneWay {...phone} />}
        notes={<ByPhoneNote {...phone} />}
        call={call}
        secondCamera={secondCamera}
        people={people}
        isPanelOpen={isPanelOpen}
        unread={chat.unread}
        stills={stills}
        onPanel={panel.toggle}
        speaker={speaker}
        onSpeaker={setSpeaker}
      />
      <SpokenSound remotes={call.state.remotes} speaker={speaker} />
      <CallNews state={call.state} people={people} />
      <ChatNews chat={chat} />
      <EndDialog
        room={room}
        consultationId={props.consultationId}
        asked={asked}
        onClose={() => setAsked(null)}
        onLeave={() => void call.client.leave()}
      />
      <WishDialog stills={stills} />
      <TakeDialog room={room} call={call} stills={stills} />
    </div>
  );
}
