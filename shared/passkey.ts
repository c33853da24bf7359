import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf } from './http.ts';

/** Base64url as WebAuthn's JSON forms use it. */
const Bytes = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength });
const PublicKeyWord = OneOf(['public-key']);
const open = { additionalProperties: true };

const Descriptor = Type.Object({
  id: Type.String(),
  type: PublicKeyWord,
  transports: Type.Optional(Type.Array(Type.String())),
});

/** What `PublicKeyCredential.parseCreationOptionsFromJSON` takes. */
export const PasskeyCreation = Type.Object({
  rp: Type.Object({ id: Type.String(), name: Type.String() }),
  user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  challenge: Type.String(),
  pubKeyCredParams: Type.Array(Type.Object({ alg: Type.Integer(), type: PublicKeyWord })),
  timeout: Type.Integer({ description: 'Milliseconds' }),
  attestation: OneOf(['none']),
  excludeCredentials: Type.Array(Descriptor),
  authenticatorSelection: Type.Object({
    residentKey: OneOf(['required']),
    requireResidentKey: Type.Boolean(),
    userVerification: OneOf(['required']),
  }),
});
export type PasskeyCreation = Static<typeof PasskeyCreation>;

/** What `PublicKeyCredential.parseRequestOptionsFromJSON` takes; without `allowCredentials` the browser offers all it has. */
export const PasskeyRequest = Type.Object({
  challenge: Type.String(),
  timeout: Type.Integer({ description: 'Milliseconds' }),
  rpId: Type.String(),
  userVerification: OneOf(['required']),
  allowCredentials: Type.Optional(Type.Array(Descriptor)),
});
export type PasskeyRequest = Static<typeof PasskeyRequest>;

const credential = {
  id: Bytes(1400),
  rawId: Bytes(1400),
  type: PublicKeyWord,
  authenticatorAttachment: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
  clientExtensionResults: Type.Object({}, open),
};

/** `toJSON()` of a freshly made credential. */
export const PasskeyAttestation = Type.Object(
  {
    ...credential,
    response: Type.Object(
      {
        clientDataJSON: Bytes(10_000),
        attestationObject: Bytes(100_000),
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
      },
      open,
    ),
  },
  open,
);
export type PasskeyAttestation = Static<typeof PasskeyAttestation>;

/** `toJSON()` of a credential that signed. */
export const PasskeyAssertion = Type.Object(
  {
    ...credential,
    response: Type.Object(
      {
        clientDataJSON: Bytes(10_000),
        authenticatorData: Bytes(10_000),
        signature: Bytes(10_000),
        userHandle: Type.Optional(Nullable(Bytes(100))),
      },
      open,
    ),
  },
  open,
);
export type PasskeyAssertion = Static<typeof PasskeyAssertion>;

export const RegisterPasskey = Type.Object({ name: Name, response: PasskeyAttestation });
export const UsePasskey = Type.Object({ response: PasskeyAssertion });
export const RenamePasskey = Type.Object({ name: Name });

export const PasskeyView = Type.Object({
  id: Id,
  name: Type.String(),
  synced: Type.Boolean({ description: 'Kept by a password manager on several devices' }),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
});
export type PasskeyView = Static<typeof PasskeyView>;
