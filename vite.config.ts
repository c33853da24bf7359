import react from '@vitejs/plugin-react';
import { type BuildEnvironment, defineConfig } from 'vite';
import { precompress } from './tools/build/precompress.ts';
import { themeCss } from './web/ui/theme/css-plugin.ts';
import { plainLoader } from './web/ui/theme/plain-loader.ts';
import { markdownPages } from './web/workspace/guide/markdown-plugin.ts';

/** What every page begins with; in one file it is packed better. */
const BASE = {
  name: 'base',
  test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(history|store|react-store|router-core|react-router|query-core|react-query))\//,
  priority: 1,
};
/** What so many pages and parts need that each page has to fetch it: one file, where single ones would be dozens. */
const COMMON = { name: 'common', minShareCount: 12 };

/** Files of words have the same names in each language. */
const languageOf = (file: string | null): string => /\/words\/(\w\w)\//.exec(file ?? '')?.[1]?.concat('-') ?? '';

/**
 * Builds the two web apps into dist/web, which the server hands out. Each is built by itself, so that neither carries what only the
 * other needs. Nothing is inlined, so that the page keeps its strict policy.
 */
export default defineConfig({
  publicDir: 'web/public',
  plugins: [react(), plainLoader(), themeCss(), markdownPages(), precompress()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    rolldownOptions: {
      input: 'index.html',
      output: { codeSplitting: { groups: [BASE] }, chunkFileNames: 'assets/[name]-[hash].js' },
    },
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
  environments: {
    portal: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: 'portal.html',
          output: {
            codeSplitting: { groups: [BASE, COMMON] },
            // What a page of it weighs is measured by its name, and by those of its words.
            chunkFileNames: ({ facadeModuleId }) => `assets/portal-${languageOf(facadeModuleId)}[name]-[hash].js`,
          },
        },
      },
    },
  },
  builder: {
    buildApp: async ({ build, environments }) => {
      for (const name of ['client', 'portal']) await build(environments[name] as BuildEnvironment);
    },
  },
});
