import { expect, it } from 'vitest';
import { nextCamera, secondCamera } from './second-camera.ts';

const front = { deviceId: 'f', label: 'Frontkamera' };
const back = { deviceId: 'b', label: 'camera2 0, facing back' };
const desk = { deviceId: 'd', label: 'Dokumentenkamera' };
const old = { deviceId: 'o', label: 'Kamera 3' };

it('takes the one used last, then one that looks away, then any other', () => {
  expect(secondCamera([front, old, back], { face: 'f', last: 'o' })).toBe('o');
  expect(secondCamera([front, old, back], { face: 'f', last: 'gone' })).toBe('b');
  expect(secondCamera([front, old], { face: 'f', last: null })).toBe('o');
});

it('never takes the camera that shows the face', () => {
  expect(secondCamera([front], { face: 'f', last: 'f' })).toBeNull();
  expect(secondCamera([], { face: null, last: null })).toBeNull();
  expect(secondCamera([front, back], { face: 'b', last: 'b' })).toBe('f');
});

it('goes round the others', () => {
  expect(nextCamera([front, back, desk], { face: 'f', current: 'b' })).toBe('d');
  expect(nextCamera([front, back, desk], { face: 'f', current: 'd' })).toBe('b');
  expect(nextCamera([front, back], { face: 'f', current: 'b' })).toBeNull();
});
