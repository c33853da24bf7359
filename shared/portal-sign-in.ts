import Type, { type Static } from 'typebox';
import { PortalQuery } from './brand.ts';
import { Id, Instant, Nullable, OneOf } from './http.ts';
import { SessionView } from './identity.ts';
import { PASSWORD_LENGTH, SECOND_FACTOR_ASKS, type SECOND_FACTOR_RULES } from './sign-in-words.ts';

/** By which way somebody of a client signed in. */
export const SIGN_IN_WAYS = ['staff_link', 'mail', 'password', 'sso'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** How a client's people sign in. `mail`: by a mail that they ask for; `sso`: at their company's own identity provider. */
export type PortalPolicy = {
  mail: boolean;
  password: boolean;
  sso: boolean;
  secondFactor: (typeof SECOND_FACTOR_RULES)[number];
  /** Whether those are asked as well who come from their company's provider, which has its own second factor. */
  ssoSecondFactor: boolean;
  sessionHours: number;
};

/** The ways into the portal that its sign-in page offers. */
export const PortalSignIn = Type.Object({
  mail: Type.Boolean({ description: 'Whether a mail with a link and a code can be asked for' }),
  password: Type.Boolean({ description: 'Whether a password may be tried here' }),
  passwordMail: Type.Boolean({ description: 'Whether a mail with a link to choose one can be asked for' }),
  providers: Type.Array(
    Type.Object({ id: Id, name: Type.String(), kind: Type.String({ description: 'oidc or saml' }) }),
    {
      description: 'Of the client whose address it is: its own identity providers',
    },
  ),
});
export type PortalSignIn = Static<typeof PortalSignIn>;

const Email = Type.String({ format: 'email', maxLength: 254 });
export const AskSignInMail = Type.Object({ email: Email, ...PortalQuery.properties });

export const EnterPortal = Type.Object({
  token: Type.Optional(Type.String({ minLength: 20, maxLength: 100, description: 'Of a link' })),
  email: Type.Optional(
    Type.String({ minLength: 1, maxLength: 254, description: 'To which the mail with the code went' }),
  ),
  code: Type.Optional(
    Type.String({ pattern: '^[0-9]{6}$', description: 'Of the mail, in the browser that asked for it' }),
  ),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH.most })),
  contactId: Type.Optional(Id),
  ...PortalQuery.properties,
});
export type EnterPortal = Static<typeof EnterPortal>;

/** How a contact can sign in, for whoever looks after them. */
export const ContactSignIn = Type.Object({
  ways: Type.Object({ mail: Type.Boolean(), password: Type.Boolean(), sso: Type.Boolean() }),
  mailIsSent: Type.Boolean(),
  providers: Type.Array(Type.String(), {
    description: 'Of the client, by name: its identity providers that are on, if the policy allows them',
  }),
  passwordSetAt: Nullable(Instant),
  invitedUntil: Nullable(Instant),
  secondFactor: OneOf(SECOND_FACTOR_ASKS),
  totpSince: Nullable(Instant),
  recoveryCodesLeft: Type.Integer(),
  lastSignIn: Nullable(
    Type.Object({ at: Instant, way: OneOf(SIGN_IN_WAYS) }, { description: 'The last of the past 90 days at least' }),
  ),
  sessions: Type.Array(SessionView),
});
export type ContactSignIn = Static<typeof ContactSignIn>;

export const PortalEntry = Type.Object({
  entered: Type.Boolean(),
  codeAsked: Type.Boolean({ description: 'Whether a code from the app is still needed: POST /sessions/second-factor' }),
  choices: Type.Array(Type.Object({ contactId: Id, client: Type.String() }), {
    description: 'Where several clients know the address: send the same again with the contactId of one of them',
  }),
});
export type PortalEntry = Static<typeof PortalEntry>;
