import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#web/api/use.ts';
import { useWhenIdle } from '#web/ui/load/when-idle.ts';
import { ThemeProvider } from '#web/ui/theme/provider.tsx';
import { router } from './router.ts';

/** What nobody sees on the first page comes after it; a message that is told meanwhile waits for it. */
function Later() {
  const [Layers, setLayers] = useState<ComponentType | null>(null);
  useWhenIdle(
    () => void import('./layers.tsx').then((loaded) => setLayers(() => loaded.default)).catch(() => undefined),
  );
  return Layers && <Layers />;
}

const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        {/* Its links are typed by the workspace's router, which knows these pages too. */}
        <RouterProvider router={router as never} />
        <Later />
      </QueryClientProvider>
    </ThemeProvider>,
  );
