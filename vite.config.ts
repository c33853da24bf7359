import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './tools/build/precompress.ts';
import { themeCss } from './web/ui/theme/css-plugin.ts';
import { plainLoader } from './web/ui/theme/plain-loader.ts';
import { markdownPages } from './web/workspace/guide/markdown-plugin.ts';

/** Builds the web app into dist/web, which the server hands out. Nothing is inlined, so that the page keeps its strict policy. */
export default defineConfig({
  publicDir: 'web/public',
  plugins: [react(), plainLoader(), themeCss(), markdownPages(), precompress()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index.html', 'portal.html'],
      output: {
        // Pages of both have the same names; what a page of the portal weighs is measured by its own.
        // Both begin with these; in one file they are packed better.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(history|store|react-store|router-core|react-router|query-core|react-query))\//,
            },
          ],
        },
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${facadeModuleId?.includes('/web/portal/') ? 'portal-' : ''}[name]-[hash].js`,
      },
    },
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
});
