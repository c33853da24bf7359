import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';
import { ALL_PERMISSIONS } from './permissions.ts';
import { PASSWORD_LENGTH, SECOND_FACTOR_ASKS } from './sign-in-words.ts';

const Email = Type.String({ format: 'email', maxLength: 254 });
const Password = Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH.most });
const PermissionKey = Type.Unsafe<(typeof ALL_PERMISSIONS)[number]>({ type: 'string', enum: [...ALL_PERMISSIONS] });

export const SetupState = Type.Object({ pending: Type.Boolean() });

export const SetUp = Type.Object({
  token: Type.String({ minLength: 20, maxLength: 100 }),
  /** 'sample' fills the installation with the sample MSP Harbour IT. */
  mode: Type.Unsafe<'own' | 'sample'>({ type: 'string', enum: ['own', 'sample'] }),
  mspName: Name,
  timeZone: Type.String({ maxLength: 60 }),
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' })),
  name: Name,
  email: Email,
  password: Password,
});
export type SetUp = Static<typeof SetUp>;

export const SignIn = Type.Object({ email: Type.String({ minLength: 1, maxLength: 254 }), password: Password });
export const SignInAnswer = Type.Object({
  stage: Type.Unsafe<'full' | 'second_factor'>({ type: 'string', enum: ['full', 'second_factor'] }),
});
export const SecondFactor = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) });

export const Me = Type.Object({
  kind: Type.Unsafe<'staff' | 'contact'>({ type: 'string', enum: ['staff', 'contact'] }),
  id: Id,
  name: Type.String(),
  email: Type.String(),
  timeZone: Type.String(),
  language: Type.String(),
  mspName: Type.String(),
  permissions: Type.Array(Type.String()),
  allClients: Type.Boolean(),
  teamIds: Type.Array(Id),
  preferences: Type.Record(Type.String(), Type.Unknown()),
  companyWide: Type.Optional(Type.Boolean({ description: 'One of a client’s people who looks after all of it' })),
  totpOn: Type.Boolean(),
  needsSecondFactor: Type.Boolean({
    description: 'A second factor is required and missing: nothing but the account page works until it is added',
  }),
});
export type Me = Static<typeof Me>;

/** Whoever is signed in here, if anybody; a page asks this first, and nobody being there is no error. */
export const Here = Type.Object({
  me: Nullable(Me),
  setupPending: Type.Boolean(),
  codeAsked: Type.Boolean({ description: 'Whether signing in here waits for a code from the app' }),
});

export const UpdateMe = Type.Object({
  name: Type.Optional(Name),
  timeZone: Type.Optional(Type.String({ maxLength: 60 })),
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' })),
  preferences: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())),
});

export const SessionView = Type.Object({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  userAgent: Type.String(),
  address: Type.String(),
  current: Type.Boolean(),
});
export type SessionView = Static<typeof SessionView>;

export const ChangePassword = Type.Object({
  /** Needed where a password is set; without one, a fresh sign-in does. */
  current: Type.Optional(Password),
  password: Password,
});
/** Proves again that it is you: the password or the code of a mail, and a code from the app where codes are on. */
export const ConfirmMe = Type.Object({
  password: Type.Optional(Password),
  mailCode: Type.Optional(
    Type.String({
      pattern: '^[0-9]{6}$',
      description: 'For people of clients: of the mail that this browser asked for by POST /portal/sign-in-mails',
    }),
  ),
  code: Type.Optional(Type.String({ minLength: 6, maxLength: 40 })),
});
export type ConfirmMe = Static<typeof ConfirmMe>;
export const SignInMethods = Type.Object({
  hasPassword: Type.Boolean(),
  passwordAllowed: Type.Boolean(),
  secondFactor: OneOf(SECOND_FACTOR_ASKS),
  mailProves: Type.Boolean({ description: 'Whether the code of a mail proves that it is me, too' }),
  totpOn: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
  passkeys: Type.Integer(),
  freshUntil: Type.String({ format: 'date-time', description: 'Until when changes to sign-in need no confirmation' }),
  identities: Type.Array(
    Type.Object({
      id: Id,
      provider: Type.String({ description: 'Name of the identity provider, or its address when it is gone' }),
      email: Type.String(),
      createdAt: Instant,
      lastUsedAt: Nullable(Instant),
    }),
  ),
});
export type SignInMethods = Static<typeof SignInMethods>;
export const AcceptInvitation = Type.Object({
  token: Type.String({ minLength: 20, maxLength: 100 }),
  password: Password,
});

/** Whatever stands in a link, also one of which a part got lost. */
export const LinkToken = Type.Object({ token: Type.String({ maxLength: 1_000 }) });
export const LinkState = Type.Object({ works: Type.Boolean() });

export const TotpStart = Type.Object({
  secret: Type.String(),
  uri: Type.String(),
  qr: Type.String({ description: 'SVG path data of the QR code' }),
  size: Type.Integer(),
});
export const TotpConfirm = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) });
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) });

export const ApiKeyView = Type.Object({
  id: Id,
  name: Type.String(),
  hint: Type.String({ description: 'The last four characters' }),
  permissions: Type.Array(Type.String()),
  allClients: Type.Boolean(),
  clientIds: Type.Array(Id),
  expiresAt: Nullable(Instant),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  networks: Type.Array(Type.String()),
});
export type ApiKeyView = Static<typeof ApiKeyView>;

export const CreateApiKey = Type.Object({
  name: Name,
  permissions: Type.Array(PermissionKey, { minItems: 1, uniqueItems: true }),
  /** Absent: every client its maker sees. */
  clientIds: Type.Optional(Type.Array(Id, { minItems: 1, uniqueItems: true, maxItems: 200 })),
  expiresAt: Type.Optional(Nullable(Instant)),
  /** Networks it may be used from, such as 192.0.2.0/24; absent: anywhere. */
  networks: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 20, uniqueItems: true })),
});
export type CreateApiKey = Static<typeof CreateApiKey>;
export const CreatedApiKey = Type.Object({ key: Type.String({ description: 'Shown this once' }), id: Id });

export const StaffView = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  title: Type.String(),
  timeZone: Type.String(),
  language: Type.String(),
  skills: Type.Array(Type.String()),
  capacity: Type.Integer(),
  roleKeys: Type.Array(Type.String()),
  allClients: Type.Boolean(),
  clientIds: Type.Array(Id),
  active: Type.Boolean(),
  onLeave: Type.Boolean(),
  openTickets: Type.Integer(),
  worksTickets: Type.Boolean({ description: 'Whether their roles let them work tickets, and so be given any' }),
  version: Version,
});
export type StaffView = Static<typeof StaffView>;

const staffFields = {
  name: Name,
  title: Type.String({ maxLength: 200 }),
  timeZone: Type.String({ maxLength: 60 }),
  language: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
  skills: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50, uniqueItems: true }),
  capacity: Type.Integer({ minimum: 0, maximum: 1000, description: 'Open tickets this person can carry' }),
  roleKeys: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
  allClients: Type.Boolean(),
  clientIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
};

export const InviteStaff = Type.Object({
  email: Email,
  name: staffFields.name,
  title: Type.Optional(staffFields.title),
  timeZone: Type.Optional(staffFields.timeZone),
  skills: Type.Optional(staffFields.skills),
  capacity: Type.Optional(staffFields.capacity),
  roleKeys: staffFields.roleKeys,
  allClients: Type.Optional(staffFields.allClients),
  clientIds: Type.Optional(staffFields.clientIds),
});
export type InviteStaff = Static<typeof InviteStaff>;
export const ResetSignIn = Type.Object({
  keys: Type.Optional(Type.Boolean({ description: 'Also revoke their API keys' })),
  secondFactor: Type.Optional(
    Type.Boolean({ description: 'Also remove their app codes, recovery codes and passkeys (a lost phone)' }),
  ),
});
export const Invited = Type.Object({
  id: Id,
  link: Type.String({ description: 'Works once: an invitation for 72 hours, a reset for one' }),
});

export const UpdateStaff = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...staffFields, active: Type.Boolean() })).properties,
});
export type UpdateStaff = Static<typeof UpdateStaff>;

export const LeaveView = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  note: Type.Optional(
    Type.String({ description: 'For the person themselves and those who manage them; absent for others' }),
  ),
});
export type LeaveView = Static<typeof LeaveView>;
export const AddLeave = Type.Object({
  startsAt: Instant,
  endsAt: Instant,
  note: Type.Optional(Type.String({ maxLength: 300 })),
});
export type AddLeave = Static<typeof AddLeave>;

export const RoleView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  description: Type.String(),
  permissions: Type.Array(Type.String()),
  builtIn: Type.Boolean(),
  version: Version,
});
export type RoleView = Static<typeof RoleView>;
export const CreateRole = Type.Object({
  key: Type.String({ pattern: '^[a-z][a-z0-9_-]{1,39}$' }),
  name: Name,
  description: Type.Optional(Type.String({ maxLength: 300 })),
  permissions: Type.Array(PermissionKey, { uniqueItems: true }),
});
export const UpdateRole = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  description: Type.Optional(Type.String({ maxLength: 300 })),
  permissions: Type.Optional(Type.Array(PermissionKey, { uniqueItems: true })),
});
