import { FADING } from '../theme/components.ts';

/** The theme marks a dialogue that is only fading (`FADING`): it has been closed, and keys are meant for the page again. */
const DIALOG = `[aria-modal=true]:not(.${FADING})`;

/** Whether a dialogue lies over the page and has the keys for itself. */
export const isCovered = (): boolean => document.querySelector(DIALOG) !== null;

/** Whether an element is part of a dialogue that lies over the page. */
export const isInDialogue = (element: Element): boolean => element.closest(DIALOG) !== null;
