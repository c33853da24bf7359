import { useDeferredValue } from 'react';

/**
 * False in a component's first rendering, true in one that follows once that stands on the page, and which gives way to keys and
 * clicks. For what is looked at last: the page comes sooner, and no long stretch keeps it from answering.
 */
export const useSoon = (): boolean => useDeferredValue(true, false);
