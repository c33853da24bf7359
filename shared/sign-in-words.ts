/** Characters of a password: NIST SP 800-63B-4 asks for 15 where the password stands alone. */
export const PASSWORD_LENGTH = { least: 15, most: 128 } as const;

/**
 * Who among a client's people shows a code from an app besides: nobody; whoever set codes up; those too who see the whole company or
 * have a role in it, and must; everybody must.
 */
export const SECOND_FACTOR_RULES = ['off', 'optional', 'elevated', 'required'] as const;

/** What that makes of one person: they cannot, may, or must show such a code. */
export const SECOND_FACTOR_ASKS = ['off', 'optional', 'required'] as const;
export type SecondFactorAsk = (typeof SECOND_FACTOR_ASKS)[number];

/** Why signing in at a provider came to nothing: the `refused` of the address that the browser ends on. */
export const REFUSALS = {
  cancelled: 'You did not finish signing in at the provider.',
  expired: 'Signing in took too long, or was begun in another browser. Try once more.',
  failed: 'The provider’s answer could not be trusted or read. Tell your administrator.',
  unavailable: 'The provider does not answer right now. Try again, or use another way to sign in.',
  unverified: 'The provider does not vouch for your e-mail address.',
  unknown: 'There is no account for you here. Ask your administrator for an invitation.',
  linked: 'Your account signs in another way. Sign in as usual, then link the provider on your account page.',
  taken: 'This identity belongs to another account here.',
  deactivated: 'Your account is not active.',
} as const;
export type Refusal = keyof typeof REFUSALS;
