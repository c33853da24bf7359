import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { queryClient } from '#web/api/use.ts';
import { ConfirmHost } from '#web/ui/feedback/confirm.tsx';
import { TipLayer } from '#web/ui/feedback/tip.tsx';
import { Toasts } from '#web/ui/feedback/toasts.tsx';
import { listenToKeys } from '#web/ui/keys/registry.ts';
import { ThemeProvider } from '#web/ui/theme/provider.tsx';
import { router } from './router.tsx';

/** The whole app: looks, readings, pages, and the layers that float above every page. */
export function App() {
  // Effects of layout come before those by which dialogues begin to listen.
  useLayoutEffect(listenToKeys, []);
  return (
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
        <ConfirmHost />
        <TipLayer />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
