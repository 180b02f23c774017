/** The test of a line against our media server, for anybody: a private room in which one hears oneself, for a minute. */
import { z } from 'zod';
import { endpoint, Id } from '../../kernel/wire.ts';
import {
  ConsumerOffer,
  DtlsParameters,
  IceServer,
  RtpCapabilities,
  RtpParameters,
  TransportOffer,
} from './media-contract.ts';

/** How long a test may take, in seconds; its room is closed then. */
export const testSeconds = 60;

const OfTest = z.object({ id: Id });
const done = z.object({});

/** A connection for each way that is tried, and two for measuring: what is sent over `send` comes back over `receive`. */
export const ways = ['udp', 'tcp', 'relay', 'send', 'receive'] as const;
export const Way = z.enum(ways);
export type Way = z.infer<typeof Way>;

export const startConnectionTest = endpoint({
  method: 'post',
  path: '/api/connection-test',
  summary: 'Begin a test of the line; for anybody, a few times from one place',
  reply: z.object({
    id: Id,
    routerRtpCapabilities: RtpCapabilities,
    offers: z.record(Way, TransportOffer),
    /** The relays; none where this installation has none. */
    iceServers: z.array(IceServer),
    seconds: z.int(),
  }),
  open: true,
  status: 200,
  errors: ['too_many_attempts', 'too_many_tests', 'media_unavailable'],
});

export const connectTestTransport = endpoint({
  method: 'post',
  path: '/api/connection-test/:id/connect',
  summary: "Answer one of a test's connections",
  params: OfTest,
  body: z.object({ way: Way, dtlsParameters: DtlsParameters }),
  reply: done,
  open: true,
  status: 200,
  errors: ['connection_test_not_found', 'transport_connected'],
});

export const echoInTest = endpoint({
  method: 'post',
  path: '/api/connection-test/:id/echo',
  summary: 'Send one stream into a test and get it back; it flows after `hear`',
  params: OfTest,
  body: z.object({ rtpParameters: RtpParameters, rtpCapabilities: RtpCapabilities }),
  reply: z.object({ producerId: Id, echo: ConsumerOffer }),
  open: true,
  status: 200,
  errors: ['connection_test_not_found', 'source_taken', 'media_parameters_invalid'],
});

export const hearEcho = endpoint({
  method: 'post',
  path: '/api/connection-test/:id/hear',
  summary: 'Let the echo flow',
  params: OfTest,
  body: z.object({ consumerId: Id }),
  reply: done,
  open: true,
  status: 200,
  errors: ['connection_test_not_found', 'consumer_not_found'],
});

export const endConnectionTest = endpoint({
  method: 'post',
  path: '/api/connection-test/:id/end',
  summary: 'End a test before its time',
  params: OfTest,
  reply: done,
  open: true,
  status: 200,
  errors: ['connection_test_not_found'],
});
