import { expect, it } from 'vitest';
import { line, lineReader } from './lines.ts';

it('puts values together again however the bytes were cut', () => {
  const values = [{ text: 'Grüße\naus Leer' }, { n: 1 }, 'x'];
  const bytes = Buffer.from(values.map(line).join(''));
  for (let size = 1; size <= bytes.length; size += 1) {
    const heard: unknown[] = [];
    const read = lineReader(1000, (value) => heard.push(value));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(heard).toEqual(values);
  }
});

it('refuses a line that never ends and one that is not JSON', () => {
  const read = lineReader(10, () => undefined);
  expect(() => read(Buffer.from('x'.repeat(11)))).toThrow('line too long');
  expect(() => lineReader(10, () => undefined)(Buffer.from('{]\n'))).toThrow(SyntaxError);
});
