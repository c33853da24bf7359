import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './tools/build/precompress.ts';
import { themeCss } from './web/ui/theme/css-plugin.ts';
import { markdownPages } from './web/workspace/guide/markdown-plugin.ts';

/** Builds the web app into dist/web, which the server hands out. Nothing is inlined, so that the page keeps its strict policy. */
export default defineConfig({
  publicDir: 'web/public',
  plugins: [react(), themeCss(), markdownPages(), precompress()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
});
