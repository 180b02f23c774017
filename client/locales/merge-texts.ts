export type Texts = { [key: string]: string | Texts };

/**
 * Makes one tree of all files of a language: `shell.json` becomes `shell.…`. What a file says under `errors`
 * joins the common `errors`, so each feature translates its own error codes in its own file.
 * @param files path of the file → its content
 */
export function mergeTexts(files: Record<string, Texts>): Texts {
  const merged: Texts = {};
  const errors: Texts = {};
  for (const [path, texts] of Object.entries(files)) {
    const name = path.replace(/^.*\/|\.json$/g, '');
    const { errors: own, ...rest } = name === 'errors' ? { errors: texts } : texts;
    if (typeof own === 'object') Object.assign(errors, own);
    if (name !== 'errors') merged[name] = rest;
  }
  return { ...merged, errors };
}
