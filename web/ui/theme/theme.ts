import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { ACCENT, DARK, GREY, type Scale } from './colours.ts';
import { COMPONENTS } from './components.ts';

const SANS = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";
const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace";

const tuple = (scale: Scale): MantineColorsTuple => [...scale];

/** The looks of the workspace: 13 px text, a 4 px grid, neutral greys and one accent. */
export const theme = createTheme({
  colors: { accent: tuple(ACCENT), gray: tuple(GREY), dark: tuple(DARK) },
  primaryColor: 'accent',
  primaryShade: 7,
  autoContrast: true,
  black: GREY[9],
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.125rem', lineHeight: '1.35' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: COMPONENTS,
});
