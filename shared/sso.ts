import Type, { type Static } from 'typebox';
import { Id, Name, Nullable, OneOf, Version } from './http.ts';

/** A domain of e-mail addresses, in small letters. */
export const Domain = Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$', maxLength: 253 });
const ProviderKey = Type.String({
  pattern: '^[a-z][a-z0-9-]{1,30}$',
  description: 'Part of the redirect address: /api/v1/sign-in/oidc/{key}/callback',
});

/** How people without an account get one when they sign in. */
const NewStaff = Type.Object({
  roleKey: Type.String({ maxLength: 60 }),
  allClients: Type.Boolean({ description: 'False: they see no client until somebody gives them some' }),
});

const fields = {
  name: Name,
  clientId: Type.String({ minLength: 1, maxLength: 300 }),
  clientSecret: Type.String({ minLength: 1, maxLength: 500, description: 'Write-only' }),
  emailDomains: Type.Array(Domain, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Domains whose verified addresses it vouches for; without any, people link their account themselves',
  }),
  newStaff: Nullable(NewStaff),
};

export const ProviderView = Type.Object({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  emailDomains: Type.Array(Type.String()),
  newStaff: Nullable(NewStaff),
  origins: Type.Array(Type.String(), { description: 'Servers that Fettle talks to for this provider' }),
  redirectUri: Type.String({ description: 'To be registered at the provider' }),
  active: Type.Boolean(),
  version: Version,
});
export type ProviderView = Static<typeof ProviderView>;

export const CreateProvider = Type.Object({
  key: ProviderKey,
  name: fields.name,
  issuer: Type.String({ minLength: 8, maxLength: 500 }),
  clientId: fields.clientId,
  clientSecret: fields.clientSecret,
  emailDomains: Type.Optional(fields.emailDomains),
  newStaff: Type.Optional(fields.newStaff),
});
export type CreateProvider = Static<typeof CreateProvider>;

export const UpdateProvider = Type.Object({
  version: Version,
  name: Type.Optional(fields.name),
  clientId: Type.Optional(fields.clientId),
  clientSecret: Type.Optional(fields.clientSecret),
  emailDomains: Type.Optional(fields.emailDomains),
  newStaff: Type.Optional(fields.newStaff),
  active: Type.Optional(Type.Boolean()),
});
export type UpdateProvider = Static<typeof UpdateProvider>;

/** What the sign-in page offers besides a password. */
export const SignInOptions = Type.Object({
  passkeys: Nullable(
    Type.Object({
      rpId: Type.String(),
      origin: Type.String({ description: 'Passkeys work only on a page of this origin' }),
    }),
  ),
  providers: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
});

const ReturnTo = Type.Optional(Type.String({ maxLength: 500, description: 'A path of this app to end on' }));
export const StartSignIn = Type.Object({ returnTo: ReturnTo });
export const StartLink = Type.Object({
  /** 'link': sign in with this provider from now on. 'confirm': prove again that it is me. */
  intent: OneOf(['link', 'confirm']),
  returnTo: ReturnTo,
});
export const GoTo = Type.Object({ url: Type.String({ description: 'Where the browser goes next' }) });
