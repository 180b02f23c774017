import {
  Button,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  NumberInput,
  Paper,
  Tooltip,
} from '@mantine/core';

// Even steps in OKLCH. Shade 6 (light) and 5 (dark) carry white text with at least 4.5:1.
const gray = shades('#f8fafc #f2f5f8 #e8ecf0 #d9dfe5 #c2cad2 #88929d #596571 #434e5b #293440 #151f29');
const dark = shades('#eaedf1 #d0d5db #adb3bc #7f8791 #454e59 #323a45 #232b35 #181f28 #0f151d #080d13');
const blue = shades('#f0f6fe #e0edfd #c3dcfa #95c1f7 #6ba5eb #2c77ca #1160b0 #034f97 #043e77 #052b54');
const red = shades('#fff3f1 #ffe4e1 #ffcbc5 #fda19a #f3766f #db373a #c22029 #a51720 #85161b #601314');
const yellow = shades('#fff7eb #ffedcf #ffdca3 #ffc66f #fcb442 #eba21d #cf8c03 #9e6a00 #764f05 #533706');
const green = shades('#f0faf3 #dbf4e4 #baeacb #8cd8aa #60be89 #2c9661 #17774a #10623c #0b4c2e #0b3721');

/**
 * White and light grey, one blue for action; red for danger and life only, amber for "look at it", green for
 * done. No text below 16 px: rank is shown by weight and tone, not by smallness.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  colors: { gray, dark, blue, red, yellow, green },
  black: '#151f29',
  fontFamily: 'Atkinson, "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: 'Atkinson, ui-monospace, monospace',
  fontSizes: { xs: '1rem', sm: '1rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  fontWeights: { regular: '400', medium: '550', bold: '680' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '680',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h5: { fontSize: '1rem', lineHeight: '1.4' },
      h6: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '22px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgb(21 31 41 / 6%)',
    sm: '0 1px 2px rgb(21 31 41 / 6%), 0 2px 8px rgb(21 31 41 / 5%)',
    md: '0 2px 4px rgb(21 31 41 / 6%), 0 8px 24px rgb(21 31 41 / 10%)',
    lg: '0 4px 8px rgb(21 31 41 / 6%), 0 16px 40px rgb(21 31 41 / 14%)',
    xl: '0 8px 16px rgb(21 31 41 / 8%), 0 28px 64px rgb(21 31 41 / 18%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
    }),
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

function shades(list: string): MantineColorsTuple {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = list.split(' ');
  return [a, b, c, d, e, f, g, h, i, j];
}

/** Colours of chart series, in this order; told apart also by people who see no red and green. */
export const seriesColors = ['blue.6', 'yellow.5', 'green.6', 'grape.6', 'cyan.6', 'gray.6'] as const;
