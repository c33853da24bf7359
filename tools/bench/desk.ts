import { prepareBulk } from './generate/generate.ts';
import { buildWorld, type Call } from './generate/world.ts';
import { Door } from './http.ts';
import { OWNER, type Running } from './program.ts';

/** An API key of the owner, made as a person would: by signing in. */
export async function ownerKey({ address }: Running): Promise<string> {
  const post = async (path: string, body: object, cookie = '') => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const session = await post('/sessions', { email: OWNER.email, password: OWNER.password });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { permissions } = (await (await fetch(`${address}/api/v1/me`, { headers: { cookie } })).json()) as {
    permissions: string[];
  };
  const made = await post('/api-keys', { name: 'bench', permissions }, cookie);
  return ((await made.json()) as { key: string }).key;
}

/** Fills a new installation: people through the API, then the bulk's own schema. */
export async function fillWorld(program: Running, key: string): Promise<void> {
  const door = new Door(program.address, key, 1);
  const call: Call = (method, url, body) => door.json(method, url, body);
  await buildWorld(call, { clients: 200, staff: 64, articles: 400 });
  await prepareBulk(program.adminUrl);
  door.close();
}
