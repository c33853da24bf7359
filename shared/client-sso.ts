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

const SamlFields = {
  name: Name,
  entityId: Type.String({
    minLength: 1,
    maxLength: 1000,
    description: 'What the provider calls itself; stays once it is said, since people’s identities hang on it',
  }),
  signOnUrl: Type.String({
    minLength: 1,
    maxLength: 1000,
    description: 'Where the provider signs people on (SingleSignOnService, HTTP-Redirect)',
  }),
  certificates: Type.Array(Type.String({ minLength: 1, maxLength: 10_000 }), {
    minItems: 1,
    maxItems: 10,
    description: 'By which the provider signs, as PEM or base64; several while one is exchanged for the next',
  }),
  emailDomains: EmailDomains,
  makesContacts: fields.makesContacts,
  trustsEmail: Type.Boolean({
    description: 'Whether addresses count that the provider says, of the domains that are named',
  }),
};

const { entityId, signOnUrl, certificates, ...SamlPolicy } = SamlFields;

/**
 * A new identity provider of a client that speaks SAML 2.0. It is off until it is turned on, and what it says of itself may be added
 * later: most providers want to be told the addresses of Fettle first.
 */
export const CreateSamlProvider = Type.Object({
  ...SamlPolicy,
  ...Type.Partial(Type.Object({ entityId, signOnUrl, certificates })).properties,
});
export type CreateSamlProvider = Static<typeof CreateSamlProvider>;

export const UpdateSamlProvider = Type.Object({
  ...Type.Partial(Type.Object(SamlFields)).properties,
  active: Type.Optional(Type.Boolean()),
  version: Version,
});
export type UpdateSamlProvider = Static<typeof UpdateSamlProvider>;

/** What is read from the metadata of a provider. */
export const SamlMetadata = Type.Object({
  entityId: Type.String(),
  signOnUrl: Type.String(),
  certificates: Type.Array(Type.String(), { description: 'PEM' }),
});
export type SamlMetadata = Static<typeof SamlMetadata>;

/** What the last answer of a SAML provider was, for whoever sets it up. */
export const SamlAnswer = Type.Object({
  at: Instant,
  trial: Type.Boolean({ description: 'Whether somebody of staff tried it out; nobody was signed in' }),
  fault: Type.Union([Type.String(), Type.Null()], { description: 'Why the answer was refused, if it was' }),
  detail: Type.String({ description: 'What was found in its place' }),
  who: Type.Union(
    [
      Type.Object({
        subject: Type.String(),
        email: Type.String({ description: 'Empty where none counts' }),
        name: Type.String(),
        outcome: Type.String({ description: 'known, new, or why they would be refused' }),
      }),
      Type.Null(),
    ],
    { description: 'Of whom it spoke; only when it was tried out' },
  ),
});
export type SamlAnswer = Static<typeof SamlAnswer>;

const SamlView = Type.Object({
  signOnUrl: Type.String({ description: 'Empty until it is said' }),
  certificates: Type.Array(
    Type.Object({ pem: Type.String(), name: Type.String(), fingerprint: Type.String(), expiresAt: Instant }),
  ),
  entityId: Type.String({ description: 'What Fettle is called at the provider; its metadata is at this address' }),
  lastAnswer: Type.Union([SamlAnswer, Type.Null()]),
});

export const ClientProviderView = Type.Object({
  id: Id,
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.Union([Type.String(), Type.Null()], { description: 'Null where it speaks SAML' }),
  saml: Type.Union([SamlView, Type.Null()], { description: 'Null where it speaks OpenID Connect' }),
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
