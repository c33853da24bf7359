import Type, { type Static } from 'typebox';
import { Id, Instant, ONE_LINE, OneOf } from './http.ts';
import { LETTERS } from './signature-words.ts';

const Called = Type.Object({ id: Id, name: Type.String() });

/** Who offers or takes something, as it stands on paper. */
export const Party = Type.Object({
  name: Type.String(),
  address: Type.String(),
  taxNumberName: Type.String(),
  taxNumber: Type.String(),
});
export const SignatureView = Type.Object({
  name: Type.Unsafe<string>({ ...Type.String(), description: 'As it was typed' }),
  contact: Called,
  signedAt: Instant,
  address: Type.String({ description: 'From where it was asked' }),
  sha256: Type.String({ description: 'Of the content' }),
  content: Type.String({ description: 'Exactly what was signed' }),
});
export type SignatureView = Static<typeof SignatureView>;
/** Where something went by mail to be signed, and how far that is. */
export const MailedView = Type.Object({
  address: Type.String(),
  at: Instant,
  state: OneOf(['queued', 'sending', 'sent', 'failed', 'given_up']),
  error: Type.String(),
});
export type MailedView = Static<typeof MailedView>;
/** A signature as its client is told of it. */
export const SignedView = Type.Object({ name: Type.String(), signedAt: Instant, sha256: Type.String() });
/** A name has letters: dots and strokes are no signature. */
export const SIGNED_NAME = ONE_LINE.replace('^', `^(?=.*${LETTERS})`);
export const Sign = {
  name: Type.String({ minLength: 2, maxLength: 200, pattern: SIGNED_NAME, description: 'Full name, as a signature' }),
  consent: Type.Boolean({ description: 'That they may bind their company by it' }),
};
