import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Version } from './http.ts';
import { Domain } from './sso.ts';

const EmailDomains = Type.Array(Domain, {
  minItems: 1,
  maxItems: 50,
  description: 'Whose addresses the provider speaks for, in small letters',
});
const fields = {
  name: Name,
  clientId: Type.String({ minLength: 1, maxLength: 400, description: 'Of this application, as the provider calls it' }),
  clientSecret: Type.String({ minLength: 1, maxLength: 1000 }),
  emailDomains: EmailDomains,
  makesContacts: Type.Boolean({ description: 'Whether somebody unknown becomes a contact when they first sign in' }),
  trustsEmail: Type.Boolean({
    description:
      'Whether addresses count that the provider does not call verified: only for one that is the client’s alone',
  }),
};

/** A new identity provider of a client. */
export const CreateClientProvider = Type.Object({
  ...fields,
  issuer: Type.String({ minLength: 1, maxLength: 400 }),
});
export type CreateClientProvider = Static<typeof CreateClientProvider>;

/** A change of one; its issuer stays, since people's identities hang on it. */
export const UpdateClientProvider = Type.Object({
  ...Type.Partial(Type.Object(fields)).properties,
  active: Type.Optional(Type.Boolean()),
  version: Version,
});
export type UpdateClientProvider = Static<typeof UpdateClientProvider>;

export const ClientProviderView = Type.Object({
  id: Id,
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  emailDomains: Type.Array(Type.String()),
  makesContacts: Type.Boolean(),
  trustsEmail: Type.Boolean(),
  redirectUris: Type.Array(Type.String(), {
    description: 'What the provider must be told to send browsers back to: one for each address of the portal',
  }),
  active: Type.Boolean(),
  version: Type.Integer(),
});
export type ClientProviderView = Static<typeof ClientProviderView>;

/** Who a contact is at the identity providers of their client. */
export const ContactIdentities = Type.Object({
  items: Type.Array(
    Type.Object({ provider: Type.String(), email: Type.String(), createdAt: Instant, lastUsedAt: Instant }),
  ),
});
export type ContactIdentities = Static<typeof ContactIdentities>;
