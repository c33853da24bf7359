import type { FastifyRequest } from 'fastify';
import { acceptedLanguage, heardIn } from '../said/index.ts';

/** Doors of clients' people that are open before anybody has signed in. */
const OPEN_DOORS = /^\/api\/v1\/(portal|public|approval-links)(\/|\?|$)/;

/** What says a refusal as its caller asked for it: people of clients in a language that they are spoken to in, staff in English. */
export function saidTo({ session, url, headers }: FastifyRequest): (text: string) => string {
  const theirs = session ? session.identity.scope.principal === 'contact' : OPEN_DOORS.test(url);
  const language = theirs ? acceptedLanguage(headers['accept-language']) : null;
  return language === null ? (text) => text : (text) => heardIn(language, text);
}
