import { hash, verify } from '@node-rs/argon2';
import { Fault, type FieldError } from '#kernel/errors.ts';
import { PASSWORD_LENGTH } from '#shared/sign-in-words.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const { least: MIN_LENGTH, most: MAX_LENGTH } = PASSWORD_LENGTH;
/** What is fewer is guessed at once, however long: a key held down, two in turn. */
const LEAST_DIFFERENT = 5;
/** Letters that must be left when one's own name and address are taken out. */
const LEAST_OWN = 6;
const MAX_WAITING = 8;
const MAX_RUNNING = 2;

/** Hashing is the dearest thing a stranger can ask for: two at a time, eight waiting, the rest are told to come back. */
let running = 0;
const waiting: (() => void)[] = [];

async function bounded<R>(work: () => Promise<R>): Promise<R> {
  if (running >= MAX_RUNNING) {
    if (waiting.length >= MAX_WAITING)
      throw new Fault('too_many_requests', 'Many people sign in right now. Try again in a few seconds.', {
        extra: { retryAfter: 3 },
      });
    // Whoever finishes hands over the place itself, so that a newcomer cannot slip in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** What is wrong with a new password, if anything: NIST SP 800-63B-4 asks for length, not for kinds of characters. */
export function passwordFaults(path: string, password: string, personal: readonly string[] = []): FieldError[] {
  if (password.length < MIN_LENGTH)
    return [{ path, message: `must have at least ${MIN_LENGTH} characters; a few plain words do well` }];
  if (password.length > MAX_LENGTH) return [{ path, message: `may have at most ${MAX_LENGTH} characters` }];
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.some((common) => plain === common || plain.replaceAll(common, '').length < 4))
    return [{ path, message: 'is among the first that anybody would try' }];
  if (new Set(plain).size < LEAST_DIFFERENT)
    return [{ path, message: `must have at least ${LEAST_DIFFERENT} different characters` }];
  const names = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3);
  const own = names.sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ''), plain);
  if (own !== plain && own.replace(/[^\p{L}]/gu, '').length < LEAST_OWN)
    return [{ path, message: 'must not be made of your name or address' }];
  return [];
}

/** Keyboards write the same letters in different code points; NFKC makes them one (NIST SP 800-63B-4, 3.1.1.2). */
const composed = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(composed(password), PARAMETERS));
}

/** Compared against when there is no such person, so that both cases take the same time. */
const NOBODY = hash('a password that nobody has', PARAMETERS);

/** Whether the password fits; `stored` null still takes its time and answers false. */
export function checkPassword(stored: string | null, password: string): Promise<boolean> {
  return bounded(async () => (await verify(stored ?? (await NOBODY), composed(password))) && stored !== null);
}
