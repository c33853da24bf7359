import type { TransitionOption } from '#shared/ticket.ts';

/** Steps that ask for something before they are taken. */
export const needsForm = ({ requires, category }: TransitionOption): boolean =>
  requires.length > 0 || category === 'resolved';
