import { SkeletonLines } from '../feedback/skeleton.tsx';
import { Part } from '../load/part.tsx';
import type { RichTextProps } from './rich-text.tsx';

/** Fetches the editor before it is shown, so that nobody waits for it. What fails is asked for again, and explained, then. */
export const preloadEditor = (): void => void load().catch(() => undefined);

const load = async () => (await import('./rich-text.tsx')).default;

/** The rich text editor, in a chunk of its own that is fetched when the first one is shown. */
export function Editor(props: RichTextProps) {
  return (
    <Part load={load} waiting={<SkeletonLines lines={3} label="The editor is on its way" />}>
      {(RichText) => <RichText {...props} />}
    </Part>
  );
}
