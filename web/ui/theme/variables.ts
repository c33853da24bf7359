import {
  type CSSVariablesResolver,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { MEANING } from './colours.ts';
import { theme } from './theme.ts';

const meaning = (side: 0 | 1) =>
  Object.fromEntries(Object.entries(MEANING).map(([name, pair]) => [`--f-${name}`, pair[side]]));

const resolver: CSSVariablesResolver = (whole) => {
  const base = defaultCssVariablesResolver(whole);
  const shared = {
    '--mantine-color-text': 'var(--f-text)',
    '--mantine-color-body': 'var(--f-ground)',
    '--mantine-color-dimmed': 'var(--f-dim)',
    '--mantine-color-placeholder': 'var(--f-dim)',
    '--mantine-color-error': 'var(--f-red)',
    '--mantine-color-default': 'var(--f-raised)',
    '--mantine-color-default-hover': 'var(--f-hover)',
    '--mantine-color-default-border': 'var(--f-line-strong)',
    '--mantine-color-anchor': 'var(--f-accent)',
  };
  return {
    variables: base.variables,
    light: { ...base.light, ...shared, ...meaning(0) },
    dark: { ...base.dark, ...shared, ...meaning(1) },
  };
};

/** Every variable of the theme, for the style sheet that is written when the app is built. */
export function themeVariables() {
  return resolver(mergeMantineTheme(DEFAULT_THEME, theme));
}
