import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { sentenceOf } from './timeline-sentence.ts';

const sources = globSync('server/**/*.ts')
  .filter((path) => !path.includes('.test.') && !path.includes('/migrations/'))
  .map((path) => ({ path, folder: dirname(path), text: readFileSync(path, 'utf8') }));

/** A call that names the kind of the event behind the context and the ticket, perhaps as one of two. */
const call = (helper: string) =>
  new RegExp(`\\b${helper}\\(ctx, (?:\\{[^}]*\\}|[^,{]+), (?:article, )?(?:\\w+ \\? )?'(\\w+)'(?: : '(\\w+)')?`, 'g');

/** How the sources beside a helper that makes up the kind of its event say which kinds there are. */
const HELPERS: Readonly<Record<string, RegExp>> = {
  'server/practices/span/join.ts': /= on \? '(\w+)' : '(\w+)'/g,
  'server/practices/service-level/by-hand.ts': /act\.type === '(\w+)'|type: '(overridden)'/g,
  'server/practices/problem/known-errors.ts': call('tell'),
  'server/practices/monitoring/tickets.ts': call('tellTicket'),
  'server/practices/major/rows.ts': /(?:Major\(.*, |^ +)\{? ?type: '(\w+)'/gm,
  'server/practices/knowledge/use.ts': /tellTicket\(.*, '(\w+)'\)|^ {2}kind: '(\w+)' \| '(\w+)' \| '(\w+)',$/gm,
  'server/practices/fulfilment/tasks.ts': /'(task_(?:done|skipped|reopened))'/g,
  'server/practices/escalation/step.ts': call('tell'),
  'server/practices/configuration/link.ts': call('tellTicket'),
  'server/practices/change/tell.ts': /\btell\(\w+, (?:ticket|place), '(\w+)'/g,
  'server/practices/approval/rows.ts': /\btell\(ctx, [^{]+?, '(approval_\w+)'/g,
  'server/practices/announcement/link.ts': call('tellTicket'),
  'server/connectors/scripts/rows.ts': call('tellTicket'),
  'server/business/project/task-rows.ts': /\btell\(ctx, project, [\w.]+, '(\w+)'/g,
  'server/business/expense/expenses.ts': /\btell\(ctx, [^;]*?, '(added|changed|removed)'/g,
  'server/business/time/entries.ts': /\btell\(ctx, [^;]*?, '(added|changed|removed)'/g,
};

const MADE = /`(?:ticket|\$\{ticket\.part[^}]*\})\.([a-z_]*)\$\{/g;

/** Every kind of event that the sources append to tickets, as far as they say it, and which of them make it up in a way not known here. */
function everyKind(): { kinds: string[]; unknown: string[] } {
  const makers = sources.filter(({ text }) => text.search(MADE) >= 0);
  const unknown = makers.filter(({ path }) => !HELPERS[path]).map(({ path }) => path);
  const made = makers.flatMap(({ path, folder, text }) => {
    const beside = sources.filter((one) => one.folder === folder);
    const verbs = beside.flatMap((one) => [...one.text.matchAll(HELPERS[path] ?? /(?!)/g)]);
    const said = verbs.flatMap(([, ...words]) => words.filter((word) => word !== undefined));
    if (said.length === 0) unknown.push(path);
    return [...text.matchAll(MADE)].flatMap(([, prefix]) => said.map((verb) => `${prefix}${verb}`));
  });
  const plain = sources.flatMap(({ text }) =>
    [...text.matchAll(/\btype: 'ticket\.([a-z_]+)'/g)].map(([, kind]) => kind),
  );
  return { kinds: [...new Set([...plain, ...made] as string[])].sort(), unknown };
}

const { kinds, unknown } = everyKind();

test('what makes up the kinds of events on tickets says which there are', () => {
  expect(unknown).toEqual([]);
  for (const kind of [
    'change_overridden',
    'approval_voted',
    'major_told',
    'script_refused',
    'article_made',
    'part_left',
  ])
    expect(kinds).toContain(kind);
});

test.each(kinds.flatMap((kind) => [`ticket.${kind}`, `ticket_part.${kind}`]))('%s has words of its own', (type) => {
  const event = {
    id: '1',
    at: '',
    type,
    actor_kind: 'staff',
    actor_id: null,
    actor_name: 'Tom Tech',
    data: { text: 'T' },
  };
  const sentence = sentenceOf(event, []);
  expect(sentence).not.toMatch(/^ticket/);
  // A kind of one word, as “paged”, is its own word.
  if (/\..*_/.test(type)) expect(sentence).not.toBe(`${type.replace(/^\w+\./, '').replaceAll('_', ' ')} T`);
});
