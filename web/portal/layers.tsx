import { useEffect } from 'react';
import { TipLayer } from '#web/ui/feedback/tip.tsx';
import { Toasts } from '#web/ui/feedback/toasts.tsx';
import { helpInstalled } from './installed.ts';

/** What floats above every page, and what nobody waits for. */
export default function Layers() {
  useEffect(helpInstalled, []);
  return (
    <>
      <Toasts />
      <TipLayer />
    </>
  );
}
