import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';

const load = () => import('#web/ui/text/html.tsx').then(({ Html }) => Html);

/** Fetches what cleans rich text, for a page that is sure to show some: it comes while the text is on its way. */
export const expectRich = () => preload(load);

/** Rich text from the server, cleaned once more before it is shown; what came by mail in a frame that is called so. */
export function Rich(props: { html: string; pictures?: boolean; mail?: string | undefined }) {
  return (
    <Part load={load} waiting={<SkeletonLines lines={2} />}>
      {(Html) => <Html {...props} />}
    </Part>
  );
}
