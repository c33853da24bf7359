import type { InjectOptions } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { createStaff, insertKey } from '#platform/identity/index.ts';
import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import type { Desk } from './desk.ts';

export type Person = {
  id: string;
  key: string;
  call(
    method: InjectOptions['method'],
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: never; headers: Record<string, unknown>; text: string }>;
};

/** A staff member with an API key that can do what their role can, and a way to call the API as them. */
export async function hire(
  desk: Desk,
  options: {
    name?: string;
    role?: string;
    clientIds?: readonly string[];
    skills?: readonly string[];
    capacity?: number;
  } = {},
): Promise<Person> {
  const { id, key } = await desk.run(async (ctx) => {
    const staffId = await createStaff(ctx, {
      email: `${newId()}@harbour.example`,
      name: options.name ?? 'Test Person',
      roleKeys: [options.role ?? 'owner'],
      allClients: options.clientIds === undefined,
      clientIds: options.clientIds ?? [],
      skills: options.skills ?? [],
      ...(options.capacity === undefined ? {} : { capacity: options.capacity }),
    });
    const made = await insertKey(ctx, staffId, { name: 'test', permissions: ALL_PERMISSIONS, clientIds: null });
    return { id: staffId, key: made.key };
  });
  return {
    id,
    key,
    async call(method, url, body, headers = {}) {
      const answer = await desk.app.inject({
        method: method ?? 'GET',
        url: `/api/v1${url}`,
        headers: { authorization: `Bearer ${key}`, ...headers },
        ...(body ? { payload: body } : {}),
      });
      return {
        status: answer.statusCode,
        body: (answer.body && /json/.test(String(answer.headers['content-type'])) ? answer.json() : null) as never,
        headers: answer.headers,
        text: answer.body,
      };
    },
  };
}
