/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { keepLanguage, useLanguage } from './words.ts';

const brand = 'TelKonNet';
/** In both, for whoever reads the other one. */
const languages = 'Sprache / Language';

/** One column without a menu: whose page this is, the language, and the matter itself. */
export function PageFrame({ children }: { children?: ComponentChildren }) {
  return (
    <div class="page">
      <header class="head">
        <Mark />
        <span class="brand">{brand}</span>
        <LanguageSwitch />
      </header>
      <main class="column">{children}</main>
    </div>
  );
}

function LanguageSwitch() {
  const language = useLanguage();
  return (
    <fieldset class="languages" aria-label={languages}>
      {(['de', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => keepLanguage(one)}
        >
          {one === 'de' ? 'Deutsch' : 'English'}
        </button>
      ))}
    </fieldset>
  );
}

function Mark() {
  return <img src="/favicon.svg" width={36} height={36} alt="" />;
}
