import type { Language, Words } from './letter-texts.ts';

type Parts = Words & { language: Language; choices: string };

const foot = {
  de: ['Ihr Telemedizinisches Konsultationsnetzwerk', 'Welche Nachrichten Sie bekommen, bestimmen Sie hier:'],
  en: ['Your telemedicine consultation network', 'Choose here which messages you get:'],
} as const satisfies Record<Language, readonly [string, string]>;

export function textOf({ language, lines, action, choices }: Parts): string {
  const [from, choose] = foot[language];
  const steps = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[...lines, ...steps, `--\n${from}\n${choose} ${choices}`].join('\n\n')}\n`;
}

/** Plain and readable anywhere: one column, real headings and links, no pictures, nothing loaded from outside. */
export function htmlOf({ language, subject, lines, action, choices }: Parts): string {
  const [from, choose] = foot[language];
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  if (action) {
    paragraphs.push(
      `<p><a href="${escapeHtml(action.url)}"><strong>${escapeHtml(action.label)}</strong></a></p>`,
    );
  }
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0 auto;max-width:36em;padding:1em;font:1.0625em/1.5 system-ui,sans-serif">
<h1 style="font-size:1.25em">${escapeHtml(subject)}</h1>
${paragraphs.join('\n')}
<hr>
<p>${escapeHtml(from)}<br><a href="${escapeHtml(choices)}">${escapeHtml(choose.replace(/:$/, ''))}</a></p>
</body>
</html>
`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
