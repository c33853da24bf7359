import { describedOperations, type Operation } from '#tests/isolation/sweep/description.ts';
import { freshThings } from '#tests/isolation/sweep/fresh.ts';
import { ownIn } from '#tests/isolation/sweep/pov.ts';
import { type Fill, type Request, requestFor } from '#tests/isolation/sweep/requests.ts';
import { openScene, type Scene } from '#tests/isolation/sweep/scene.ts';
import { versionsIn } from '#tests/isolation/sweep/version.ts';

export type Target = {
  scene: Scene;
  operations: readonly Operation[];
  /** A request that would succeed, with the places of `fill` set besides. */
  request(operation: Operation, fill?: Fill): Promise<Request>;
  /** Sends it as somebody who may do everything; `raw` is the body as text. */
  send(request: Request, raw?: string): Promise<{ status: number; text: string; headers: Record<string, unknown> }>;
};

/** Reaches into sign-in, where many wrong tries shut the door, or ends the attacker’s own way in. */
const LEFT_ALONE = / \/(setup|sessions|invitations|sign-in|portal\/sessions|me\/|stream)/;

export async function openTarget(): Promise<Target> {
  const scene = await openScene();
  const { key } = scene.provider.owner;
  const own = ownIn(scene, scene.home);
  const operations = (await describedOperations(scene.desk.app)).filter(({ name }) => !LEFT_ALONE.test(name));
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const made = freshThings(scene, { name: 'an attacker', headers: { authorization: headers.authorization } }, own);
  const kept = new Map<string, Promise<string>>();
  return {
    scene,
    operations,
    request: (operation, fill = new Map()) =>
      requestFor(
        operation,
        (kind, place) => {
          if (kind !== 'view' && kind !== 'reply' && kind !== 'macro') return own(kind, place, operation);
          const one = kept.get(kind) ?? made(operation)(kind, place, operation);
          kept.set(kind, one);
          return one;
        },
        fill,
        versionsIn(scene.admin),
      ),
    async send({ method, url, body }, raw) {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const { 'content-type': _none, ...bare } = headers;
      const answer = await scene.desk.app.inject({
        method,
        url: `/api/v1${url}`,
        headers: payload === undefined ? bare : headers,
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, text: answer.body, headers: answer.headers };
    },
  };
}

/** A copy of a body with one place set. `path` has `[]` for the first of a list. */
export function withAt(body: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (first === '[]') return [withAt(Array.isArray(body) ? body[0] : undefined, rest, value)];
  return { ...(body as object), [first]: withAt((body as Record<string, unknown>)?.[first], rest, value) };
}
