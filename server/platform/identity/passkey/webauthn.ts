/** COSE algorithms that are taken: EdDSA, ES256 and RS256, which every authenticator has one of. */
export const ALGORITHMS: number[] = [-8, -7, -257];

/** The verifying library, loaded when first needed: it brings X.509 and ASN.1 along, which would slow every start down. */
export const webauthn = () => import('@simplewebauthn/server');
export type WebAuthn = Awaited<ReturnType<typeof webauthn>>;
