import { randomUUID } from 'node:crypto';
import {
  IceCandidate,
  RTCDtlsParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceParameters,
  RTCIceTransport,
  RtpHeader,
} from 'werift';
import type { Media } from '../../../server/modules/consultation/media/client.ts';
import type { TransportOffer } from '../../../server/modules/consultation/media-contract.ts';

/**
 * One who sits in a room without a browser: real ICE, DTLS and SRTP, and sound of a given size instead of a
 * microphone. Light enough for two hundred of them beside what is measured.
 */
export type Phone = {
  /** Sends one packet of sound. */
  send(): Promise<void>;
  readonly sent: number;
  readonly received: number;
  close(): void;
};

const payloadType = 100;
/** Twenty milliseconds of Opus at 32 kbit/s, sealed. */
const payload = Buffer.alloc(100, 0x5a);
const rtpParameters = (ssrc: number) => ({
  codecs: [{ mimeType: 'audio/opus', payloadType, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc }],
});

type Address = { roomId: string; peerId: string };

/** A phone whose sound is there, and how it begins to hear another one. */
export type Opened = { phone: Phone; producerId: string; hear: (producerId: string) => Promise<void> };

export async function openPhone(media: Media, roomId: string): Promise<Opened> {
  const address = { roomId, peerId: randomUUID() };
  const joined = await media.call('join', { ...address, participantId: randomUUID(), keyPackage: 'BA==' });
  const sending = await connect(media, address, joined.sendTransport);
  const receiving = await connect(media, address, joined.receiveTransport);
  const ssrc = Math.floor(Math.random() * 0xffff_fffe) + 1;
  const { producerId } = await media.call('produce', {
    ...address,
    source: 'microphone',
    rtpParameters: rtpParameters(ssrc),
    paused: false,
  });
  let received = 0;
  receiving.onRtp.subscribe(() => {
    received += 1;
  });
  const hear = async (other: string) => {
    const { consumerId } = await media.call('consume', {
      ...address,
      producerId: other,
      rtpCapabilities: joined.routerRtpCapabilities,
    });
    await media.call('resumeConsumer', { ...address, consumerId });
  };
  let sent = 0;
  const phone: Phone = {
    async send() {
      sent += 1;
      const header = new RtpHeader({
        payloadType,
        sequenceNumber: sent & 0xffff,
        timestamp: sent * 960,
        ssrc,
      });
      await sending.sendRtp(payload, header);
    },
    get sent() {
      return sent;
    },
    get received() {
      return received;
    },
    close() {
      for (const transport of [sending, receiving]) {
        void transport.stop();
        void transport.iceTransport.stop();
      }
    },
  };
  return { phone, producerId, hear };
}

async function connect(media: Media, address: Address, offer: TransportOffer): Promise<RTCDtlsTransport> {
  const gatherer = new RTCIceGatherer({});
  const ice = new RTCIceTransport(gatherer);
  ice.connection.iceControlling = true;
  const certificate = await RTCDtlsTransport.SetupCertificate();
  const dtls = new RTCDtlsTransport({}, ice, certificate, [7]);
  await gatherer.gather();
  ice.setRemoteParams(new RTCIceParameters({ ...offer.iceParameters, iceLite: true }));
  for (const candidate of offer.iceCandidates.filter(({ protocol }) => protocol === 'udp')) {
    await ice.addRemoteCandidate(
      new IceCandidate(
        1,
        candidate.foundation,
        candidate.ip,
        candidate.port,
        candidate.priority,
        'udp',
        'host',
      ),
    );
  }
  await ice.addRemoteCandidate(undefined);
  dtls.role = 'client';
  dtls.setRemoteParams(new RTCDtlsParameters(offer.dtlsParameters.fingerprints, 'server'));
  await media.call('connectTransport', {
    ...address,
    transportId: offer.id,
    dtlsParameters: {
      role: 'client',
      fingerprints: certificate.getFingerprints().map(({ algorithm, value }) => ({
        algorithm: algorithm as 'sha-256',
        value,
      })),
    },
  });
  await ice.start();
  await dtls.start();
  return dtls;
}
