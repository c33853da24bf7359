/** The head of the API's description; paths come from the routes themselves. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Fettle',
    version: '1',
    description:
      'Everything the screen can do. JSON in and out; problems as application/problem+json (RFC 9457); lists page by `cursor`; ' +
      'every POST honours `Idempotency-Key`, but for those that make secrets and for uploads; writes of a versioned thing carry ' +
      'the `version` that was read, in the body or as `If-Match`.',
  },
  components: {
    securitySchemes: {
      key: { type: 'http' as const, scheme: 'bearer', description: 'An API key from the account page' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'fettle_session' },
    },
  },
};
