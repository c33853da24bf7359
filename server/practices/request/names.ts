import type { Answers } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';

const PEOPLE = 'select id, name from contacts where client_id = $1 and id = any ($2::uuid[])';
const FILES = 'select id, name from files where client_id = $1 and id = any ($2::uuid[])';

/** The names of people and files that answers name, of this client alone. */
export async function namesIn(
  ctx: Ctx,
  clientId: string,
  all: readonly Answers[],
  besides: string | null = null,
): Promise<(type: 'person' | 'file', id: string) => string | undefined> {
  const texts = [...all.flatMap((answers) => Object.values(answers).flat()), besides];
  const ids = [...new Set(texts.filter((one): one is string => typeof one === 'string' && isId(one)))];
  if (ids.length === 0) return () => undefined;
  type Named = { id: string; name: string };
  const people = await ctx.hot<Named>('request_people', PEOPLE, [clientId, ids]);
  const files = await ctx.hot<Named>('request_files', FILES, [clientId, ids]);
  const known = {
    person: new Map(people.map((one) => [one.id, one.name])),
    file: new Map(files.map((one) => [one.id, one.name])),
  };
  return (type, id) => known[type].get(id);
}
