import { StringDecoder } from 'node:string_decoder';

/**
 * Splits a byte stream into lines of JSON. The returned function takes the chunks as they come.
 * @throws Error on a line longer than `maxLength` characters or one that is not JSON; the stream is then useless.
 */
export function lineReader(maxLength: number, hear: (value: unknown) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLength || lines.some((line) => line.length > maxLength)) {
      throw new Error('line too long');
    }
    for (const line of lines) if (line !== '') hear(JSON.parse(line));
  };
}

/** One value as one line: JSON escapes the line breaks within. */
export function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
