/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { OwnInvitation } from '../../server/modules/consultation/guests-contract.ts';
import { DeviceCheck } from './device-check.tsx';
import { nameOf } from './end-message.tsx';
import type { Invitation } from './invitation.ts';
import { OpensIn } from './opens-in.tsx';
import type { OwnDevicesBefore } from './own-devices-before.ts';
import { PageFrame } from './page-frame.tsx';
import { fill, useLanguage, useWords } from './words.ts';

const ways = {
  both: { microphone: true, camera: true },
  sound: { microphone: true, camera: false },
  listen: { microphone: false, camera: false },
} as const;
type Way = keyof typeof ways;

/** What this is and who invites, how one takes part, and what the browser will ask. */
export function Welcome(props: {
  invitation: OwnInvitation;
  heardAt: number;
  busy: boolean;
  problem: string | null;
  own: Invitation;
  devices: OwnDevicesBefore;
}) {
  const words = useWords();
  const language = useLanguage();
  const { invitation, own, devices } = props;
  const [way, setWay] = useState<Way>(() => wayOf(devices.wanted));
  const [starting, setStarting] = useState(false);
  const choose = (next: Way) => {
    setWay(next);
    devices.choose(ways[next]);
  };
  const join = async () => {
    setStarting(true);
    await devices.start();
    await own.enter();
    setStarting(false);
  };
  const isBusy = props.busy || starting;
  const hasLeft = invitation.state === 'left';
  return (
    <PageFrame>
      <h1>{hasLeft ? words.end.left.title : fill(words.welcome.title, { name: invitation.name })}</h1>
      {hasLeft && <p class="lead">{words.end.left.hint}</p>}
      <p class="lead">{fill(words.welcome.invitedBy, invitation.invitedBy)}</p>
      <p class="soft">{fill(words.welcome.as, { kind: words.roles[invitation.kind] })}</p>
      {invitation.plannedStart && (
        <p>{fill(words.welcome.start, { at: momentOf(invitation.plannedStart, language) })}</p>
      )}
      <OpensIn invitation={invitation} heardAt={props.heardAt} onOpen={() => void own.open()} />
      <p>{words.welcome.what}</p>
      <fieldset class="ways">
        <legend>{words.welcome.how}</legend>
        {(['both', 'sound', 'listen'] as const).map((one) => (
          <label key={one} class="way">
            <input type="radio" name="way" checked={way === one} onChange={() => choose(one)} />
            <span>{words.welcome[one]}</span>
          </label>
        ))}
        <p class="soft">{words.welcome.changeLater}</p>
      </fieldset>
      {way !== 'listen' && <DeviceCheck devices={devices} withCamera={way === 'both'} />}
      {way !== 'listen' && (
        <p class="note">
          {fill(words.welcome.permission, {
            devices: way === 'both' ? words.welcome.permissionBoth : words.welcome.permissionSound,
          })}
        </p>
      )}
      <p>
        <a href="/test" target="_blank" rel="noopener">
          {words.welcome.lineTest}
        </a>
      </p>
      {!hasLeft && <p class="soft">{words.welcome.once}</p>}
      {props.problem && (
        <p class="alert" role="alert">
          <strong>{words.end[nameOf(props.problem)].title}</strong> {words.end[nameOf(props.problem)].hint}
        </p>
      )}
      <button type="button" class="primary" disabled={isBusy} onClick={() => void join()}>
        {isBusy ? words.welcome.joining : hasLeft ? words.welcome.again : words.welcome.join}
      </button>
    </PageFrame>
  );
}

const wayOf = ({ microphone, camera }: { microphone: boolean; camera: boolean }): Way => {
  if (camera) return 'both';
  return microphone ? 'sound' : 'listen';
};

/** Day and time by the clocks of the region, whatever the device believes. */
const momentOf = (at: string, language: string) =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Berlin',
  }).format(new Date(at));
