import { sayIn } from '#web/ui/words/say.tsx';
import { sayFrom } from '#web/ui/words/words.ts';
import type { Words } from './areas.ts';

/** What the portal says, in the reader's language: `t('tickets.title')`. */
export const t = sayFrom<Words>();

/** The same for a sentence with names, times or links in it. */
export const Say = sayIn<Words>();
