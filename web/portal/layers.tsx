import { TipLayer } from '#web/ui/feedback/tip.tsx';
import { Toasts } from '#web/ui/feedback/toasts.tsx';

/** What floats above every page. */
export default function Layers() {
  return (
    <>
      <Toasts />
      <TipLayer />
    </>
  );
}
