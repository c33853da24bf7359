import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import 'virtual:theme.css';
import './base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'fettle.colour-scheme' });

/** Gives the app its looks. Variables and classes come from style sheets only, never from style elements. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
