/** Rows of a CSV file as German spreadsheets have it: semicolons, CRLF, quotes where needed, UTF-8 with BOM. */
export const rowsOf = (file: Buffer): Record<string, string>[] => {
  const text = file.toString('utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('the file does not begin with a byte order mark');
  const lines = text.slice(1).split('\r\n').filter(Boolean).map(cellsOf);
  const [headers = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ''])));
};

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
