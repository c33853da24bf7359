import { SkeletonLines } from '../feedback/skeleton.tsx';
import { Part, preload } from '../load/part.tsx';
import type { RichTextProps } from './rich-text.tsx';

const load = async () => (await import('./rich-text.tsx')).default;
/** Fetches the editor before it is shown. */
export const preloadEditor = (): void => preload(load);

/** The rich text editor, in a chunk of its own that is fetched when the first one is shown. */
export function Editor(props: RichTextProps) {
  return (
    <Part load={load} waiting={<SkeletonLines lines={3} label="The editor is on its way" />}>
      {(RichText) => <RichText {...props} />}
    </Part>
  );
}
