import { lazy, Suspense } from 'react';
import { SkeletonLines } from '../feedback/skeleton.tsx';
import type { RichTextProps } from './rich-text.tsx';

const RichText = lazy(() => import('./rich-text.tsx'));

/** The rich text editor, in a chunk of its own that is fetched when the first one is shown. */
export function Editor(props: RichTextProps) {
  return (
    <Suspense fallback={<SkeletonLines lines={3} label="The editor is on its way" />}>
      <RichText {...props} />
    </Suspense>
  );
}
