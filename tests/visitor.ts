import type { InjectOptions } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { createStaff, setPassword } from '#platform/identity/index.ts';
import type { Desk } from './desk.ts';

export const PASSWORD = 'four quiet green harbours';

export type Reply = {
  status: number;
  body: never;
  headers: Record<string, unknown>;
  /** Set-Cookie lines as sent. */
  cookies: string[];
};

/** A browser: it keeps cookies, and says with each request that its own page sent it. */
export type Visitor = {
  jar: Map<string, string>;
  call(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  signIn(email: string, password?: string): Promise<Reply>;
};

/** A browser that opens this desk from `address`. */
export function visit(desk: Desk, address = '127.0.0.1'): Visitor {
  const jar = new Map<string, string>();
  const visitor: Visitor = {
    jar,
    async call(method, url, body, headers = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await desk.app.inject({
        method,
        url: `/api/v1${url}`,
        remoteAddress: address,
        headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...headers },
        ...(body ? { payload: body } : {}),
      });
      for (const { name, value, maxAge, expires } of answer.cookies) {
        if (value === '' || maxAge === 0 || (expires && expires.getTime() <= Date.now())) jar.delete(name);
        else jar.set(name, value);
      }
      return {
        status: answer.statusCode,
        body: (answer.body && /json/.test(String(answer.headers['content-type'])) ? answer.json() : null) as never,
        headers: answer.headers,
        cookies: [answer.headers['set-cookie'] ?? []].flat(),
      };
    },
    signIn: (email, password = PASSWORD) => visitor.call('POST', '/sessions', { email, password }),
  };
  return visitor;
}

/** A staff member with a password, and their browser, signed in. */
export async function welcome(
  desk: Desk,
  options: { role?: string; clientIds?: readonly string[]; email?: string; name?: string } = {},
): Promise<{ id: string; email: string; browser: Visitor }> {
  const email = options.email ?? `${newId()}@harbour.example`;
  const id = await desk.run(async (ctx) => {
    const staffId = await createStaff(ctx, {
      email,
      name: options.name ?? 'Test Person',
      roleKeys: [options.role ?? 'owner'],
      allClients: options.clientIds === undefined,
      clientIds: options.clientIds ?? [],
    });
    await setPassword(ctx, staffId, PASSWORD);
    return staffId;
  });
  const browser = visit(desk);
  const answer = await browser.signIn(email);
  if (answer.status !== 201) throw new Error(`Signing in answered ${answer.status}`);
  return { id, email, browser };
}

/** Moves the desk's clock to `minutes` from now; 0 sets it right again. */
export function moveClock(desk: Desk, minutes: number): void {
  Object.assign(desk.services, { now: () => new Date(Date.now() + minutes * 60_000).toISOString() });
}

/** Stops the desk's clock at an instant (milliseconds since 1970), for what depends on the second. */
export function holdClock(desk: Desk, at: number): void {
  Object.assign(desk.services, { now: () => new Date(at).toISOString() });
}
