import { convertCssVariables } from '@mantine/core';
import type { Plugin } from 'vite';
import { themeVariables } from './variables.ts';

const NAME = 'virtual:theme.css';
const FOUND = `\0${NAME}`;

/**
 * Writes the theme's variables into the app's own style sheet when it is built. Mantine would put them into a style
 * element at run time, which the page's policy (`style-src 'self'`) forbids.
 */
export function themeCss(): Plugin {
  return {
    name: 'fettle-theme',
    resolveId: (id) => (id === NAME ? FOUND : null),
    load: (id) => (id === FOUND ? onScreen() + onPaper() : null),
  };
}

const onScreen = () => convertCssVariables(themeVariables(), ':root');

/** Paper is white, whatever the screen is: browsers leave out the grounds, and light words would not be read on it. */
function onPaper(): string {
  const { light } = themeVariables();
  return `@media print{${convertCssVariables({ variables: {}, light, dark: light }, ':root')}}`;
}
