const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address and port',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EHOSTUNREACH: 'no way leads to the host',
  ENETUNREACH: 'no way leads to its network',
  ETIMEDOUT: 'it took too long',
  ECONNRESET: 'the line was cut',
  EPIPE: 'the line was cut',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody else',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody here knows who signed its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody here knows who signed its certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Why a line to a system failed, for the administrator; by the code where that is all there is to say. */
export const lineWords = (code: string | undefined): string =>
  code === undefined ? 'the line broke' : (WORDS[code] ?? `the line failed (${code})`);
