import Type, { type Static } from 'typebox';
import { Id, OneOf } from './http.ts';

/** What somebody says of themselves on a ticket. */
export const PresenceState = OneOf(['viewing', 'typing', 'left']);

/** Somebody who has a ticket open. */
export const Presence = Type.Object({
  staffId: Id,
  name: Type.String(),
  state: OneOf(['viewing', 'typing']),
});
export type Presence = Static<typeof Presence>;
