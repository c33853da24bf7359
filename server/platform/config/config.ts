import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupError } from '#kernel/errors.ts';
import { PASSWORD_LENGTH } from '#shared/sign-in-words.ts';

export const ROLES = ['web', 'worker', 'mail', 'scheduler'] as const;
export type Role = (typeof ROLES)[number];

/** Where something listens. */
export type Place = { host: string; port: number };

export type Config = {
  host: string;
  port: number;
  dataDir: string;
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** The address people open, no slash at the end. Null: made from host and port. */
  baseUrl: string | null;
  admin: { email: string; password: string } | null;
  sample: boolean;
  roles: ReadonlySet<Role>;
  logLevel: string;
  trustProxy: string[];
  /** 64 hex digits shared by all processes of one installation; absent: kept in the data directory. */
  secret: string | null;
  /** Keys under which the credentials of connectors are kept, the one in use first; empty: the secret is used. */
  credentialKeys: string[];
  /** Requests a minute from one session, key or stranger's address; absent: as the program has it. */
  rateLimit: number | null;
  /** What a caller from elsewhere sends to read /metrics; absent: this machine only. */
  metricsToken: string | null;
  /** Where mail servers may hand mail on (SMTP); absent: nowhere. */
  smtp: Place | null;
};

/**
 * Reads the configuration from the environment and `--roles a,b`. Throws `StartupError` naming the variable and what is allowed.
 * The default host is loopback: without TLS in front, sign-ins should not cross a network; set HOST=0.0.0.0 behind a proxy.
 */
export function loadConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: env.PORT ? port('PORT', env.PORT) : DEFAULT_PORT,
    dataDir: resolve(env.FETTLE_DATA_DIR || './data'),
    databaseUrl: address('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    baseUrl: address('FETTLE_BASE_URL', env.FETTLE_BASE_URL, ['http:', 'https:'])?.replace(/\/+$/, '') ?? null,
    admin: admin(env.FETTLE_ADMIN_EMAIL, env.FETTLE_ADMIN_PASSWORD),
    sample: flag('FETTLE_SAMPLE', env.FETTLE_SAMPLE),
    roles: roles(args),
    logLevel: env.FETTLE_LOG_LEVEL || 'warn',
    trustProxy: (env.FETTLE_TRUST_PROXY ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    secret: env.FETTLE_SECRET ? hexKey('FETTLE_SECRET', env.FETTLE_SECRET) : null,
    credentialKeys: (env.FETTLE_CREDENTIAL_KEYS ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => hexKey('FETTLE_CREDENTIAL_KEYS', part)),
    rateLimit: rateLimit(env.FETTLE_RATE_LIMIT),
    metricsToken: env.FETTLE_METRICS_TOKEN || null,
    smtp: env.FETTLE_SMTP_PORT
      ? { host: env.FETTLE_SMTP_HOST || '127.0.0.1', port: port('FETTLE_SMTP_PORT', env.FETTLE_SMTP_PORT) }
      : null,
  };
}

/** As README and guide say. */
const DEFAULT_PORT = 7070;

function port(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new StartupError(`${name} is "${text}"; it must be a whole number from 0 to 65535.`);
  return number;
}

function rateLimit(text: string | undefined): number | null {
  if (!text) return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new StartupError(`FETTLE_RATE_LIMIT is "${text}"; it must be a whole number of requests a minute.`);
  return number;
}

function address(name: string, text: string | undefined, protocols: readonly string[]): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (!url || !protocols.includes(url.protocol))
    throw new StartupError(
      `${name} is not an address beginning with ${protocols.map((item) => `${item}//`).join(' or ')}.`,
    );
  return text;
}

function admin(email: string | undefined, password: string | undefined): Config['admin'] {
  if (!email && !password) return null;
  if (!email || !password)
    throw new StartupError('FETTLE_ADMIN_EMAIL and FETTLE_ADMIN_PASSWORD go together: set both or neither.');
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most)
    throw new StartupError(
      `FETTLE_ADMIN_PASSWORD has ${password.length} characters; it must have ${least} to ${most}. A few plain words do well.`,
    );
  return { email, password };
}

function flag(name: string, text: string | undefined): boolean {
  if (!text || text === '0' || text === 'false') return false;
  if (text === '1' || text === 'true') return true;
  throw new StartupError(`${name} is "${text}"; it must be 1 or 0.`);
}

function roles(args: readonly string[]): ReadonlySet<Role> {
  const text = optionsOf(args).roles;
  if (text === undefined) return new Set(ROLES);
  const names = text.split(',');
  const unknown = names.find((name) => !(ROLES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new StartupError(`--roles names "${unknown}"; known are ${ROLES.join(', ')}.`);
  return new Set(names as Role[]);
}

function optionsOf(args: readonly string[]): { roles?: string } {
  try {
    return parseArgs({ args: [...args], options: { roles: { type: 'string' } } }).values;
  } catch (error) {
    throw new StartupError(
      `${(error as Error).message.split(/\. (?=To )/)[0]}. Known is --roles; PORT and the rest are set in the environment.`,
    );
  }
}

function hexKey(name: string, text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new StartupError(`${name} must be 64 hexadecimal digits (32 random bytes).`);
  return text;
}
