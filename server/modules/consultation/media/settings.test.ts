import { describe, expect, it } from 'vitest';
import { fingerprint, MediaSettings, mediaSettings } from './settings.ts';

const media = {
  socket: null,
  workerBin: '/opt/mediasoup-worker',
  listenAddress: '0.0.0.0, ::',
  announcedAddress: null,
  port: 44_400,
  turnUrl: null,
  turnSecret: null,
};

describe('mediaSettings', () => {
  it('reads lists and places the socket in the data folder', () => {
    const settings = mediaSettings({ media, dataDir: '/var/lib/telkonnet' }, 4);
    expect(settings).toEqual({
      socketPath: '/var/lib/telkonnet/media.sock',
      workerBin: '/opt/mediasoup-worker',
      workers: 4,
      network: { listen: ['0.0.0.0', '::'], announced: [], port: 44_400 },
    });
    expect(MediaSettings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('has none without a worker', () => {
    expect(mediaSettings({ media: { ...media, workerBin: null }, dataDir: '.data' })).toBeNull();
  });

  it('refuses a path that no socket can have, naming the remedy', () => {
    const dataDir = `/${'deep/'.repeat(40)}`;
    expect(() => mediaSettings({ media, dataDir })).toThrow('MEDIA_SOCKET');
  });

  it('tells changed settings apart', () => {
    const one = mediaSettings({ media, dataDir: '/d' }, 1);
    const two = mediaSettings({ media: { ...media, port: 1 }, dataDir: '/d' }, 1);
    if (!one || !two) throw new Error('settings expected');
    expect(fingerprint(one)).not.toBe(fingerprint(two));
    expect(fingerprint(one)).toBe(fingerprint({ ...one }));
  });
});
