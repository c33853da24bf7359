import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { uploadPicture } from '#tests/upload.ts';
import type { planted } from './canary.ts';
import type { Operation } from './description.ts';
import { must } from './world.ts';

type Known = { id: string; version: number };
type Caller = Pick<Person, 'call'>;

/** An article for a client's people: published twice, so that an older version lies behind it, with a draft of the next. */
export async function plantArticle(desk: Desk, owner: Person, client: string, say: typeof planted) {
  const picture = async () => (await uploadPicture(desk, { authorization: `Bearer ${owner.key}` })).body.id;
  const [articleFile, draftFile] = [await picture(), await picture()];
  const img = (id: string) => `<img src="/api/v1/article-files/${id}" alt="">`;
  const { id } = await must(owner, 'POST', '/articles', {
    title: say('old article', 'desk'),
    body: say('old text', 'desk'),
    visibility: 'chosen',
    clientIds: [client],
  });
  const step = async (name: string, more: object = {}) => {
    const { version } = await must<Known>(owner, 'GET', `/articles/${id}`);
    await must(owner, name === '' ? 'PATCH' : 'POST', `/articles/${id}${name}`, { version, ...more });
  };
  await step('/publish', { note: say('why it was published', 'desk') });
  await step('', { title: say('article'), body: `<p>${say('article text')}</p>${img(articleFile)}` });
  await step('/publish');
  await step('', { title: say('next article', 'desk'), body: `<p>${say('next text', 'desk')}</p>${img(draftFile)}` });
  await step('/submit');
  await step('/return', { remark: say('remark', 'desk') });
  return { article: id, articleFile, draftFile };
}

/** An article of one's own, brought to where the operation can do something with it. */
export async function readyArticle(
  me: Caller,
  client: string,
  { name }: Operation,
  ticket: () => Promise<string>,
): Promise<string> {
  const { id } = await must(me, 'POST', '/articles', {
    title: 'home fresh',
    body: 'home fresh',
    visibility: 'chosen',
    clientIds: [client],
  });
  const steps = STEPS.find(([operation]) => operation.test(name))?.[1] ?? [];
  for (const step of steps) {
    const { version } = await must<Known>(me, 'GET', `/articles/${id}`);
    if (step === 'rewrite') await must(me, 'PATCH', `/articles/${id}`, { version, body: 'home fresher' });
    else await must(me, 'POST', `/articles/${id}/${step}`, { version });
  }
  if (name === 'DELETE /tickets/{idOrKey}/articles/{articleId}')
    await must(me, 'POST', `/tickets/${await ticket()}/articles`, { articleId: id, kind: 'linked' });
  return id;
}

/** Used on a ticket, read by staff, and said to be outdated there. Returns the id of what was said. */
export async function plantUses(
  article: string,
  { owner, ticket, say }: { owner: Person; ticket: string; say: typeof planted },
): Promise<string> {
  await must(owner, 'POST', `/tickets/${ticket}/articles`, { articleId: article, kind: 'linked' });
  await must(owner, 'POST', `/articles/${article}/visits`);
  return (await must(owner, 'POST', `/articles/${article}/flags`, { note: say('outdated', 'desk'), ticketId: ticket }))
    .id;
}

const STEPS: readonly (readonly [operation: RegExp, steps: readonly string[]])[] = [
  [/\/return$/, ['submit']],
  [/\/(discard|diff)$/, ['publish', 'rewrite']],
  [/\/restore$/, ['retire']],
  [/\/versions\/|\/redraft$|^(POST|DELETE) \/tickets\/.*\/(articles|messages)/, ['publish']],
];
