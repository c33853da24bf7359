export { type AppOptions, buildApp } from './app.ts';
export { sessionCookie } from './cookie.ts';
export { forgetOldAnswers } from './idempotency.ts';
export { JsonText } from './json-text.ts';
export { type CursorKind, decodeCursor, encodeCursor, pageOf } from './keyset.ts';
export { operationId } from './register.ts';
export { type Access, defineFreeRoute, defineRoute, Nothing, type Route } from './route.ts';
export type { Authenticate, Session } from './session.ts';
export { closed } from './validation.ts';
