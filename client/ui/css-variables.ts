import type { CSSVariablesResolver } from '@mantine/core';

const tones = {
  gray: 'neutral',
  blue: 'action',
  red: 'danger',
  yellow: 'attention',
  green: 'done',
} as const;

// Mantine's pale variants follow the tones of base.css, so that a pale button and a badge of one tone match.
const pale = Object.fromEntries(
  Object.entries(tones).flatMap(([color, tone]) => [
    [`--mantine-color-${color}-light`, `var(--tone-${tone}-ground)`],
    [`--mantine-color-${color}-light-hover`, `var(--tone-${tone}-edge)`],
    [`--mantine-color-${color}-light-color`, `var(--tone-${tone}-ink)`],
  ]),
);

/** What Mantine's own variables become in the two schemes. Errors are amber: red is for danger and life only. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...pale,
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-yellow-8)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-4)',
  },
  dark: {
    ...pale,
    '--mantine-color-text': 'var(--mantine-color-dark-0)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-3)',
    '--mantine-color-error': 'var(--mantine-color-yellow-4)',
    '--mantine-color-default-border': 'var(--mantine-color-dark-4)',
  },
});
