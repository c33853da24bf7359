import { expect, test } from 'vitest';
import { sentenceOf, type Told } from './timeline-sentence.ts';

const event = (type: string, data: object = {}) => ({
  id: '1',
  at: '2026-11-24T10:00:00.000Z',
  type: `ticket.${type}`,
  actor_kind: 'staff',
  actor_id: '2',
  actor_name: 'Tom Tech',
  data: { ...data },
});
const change = (field: string, label: string, before: string, after: string): Told => ({ field, label, before, after });
const status = change('status', 'Status', 'New', 'On hold');

test.each<[string, string, object, Told[]]>([
  [
    'moved it from New to On hold, waiting for the client: asked for a picture',
    'moved',
    { reason: 'asked for a picture' },
    [status, change('hold_reason', 'Waiting for', 'nothing', 'the client')],
  ],
  [
    'moved it from New to Resolved (user guided)',
    'moved',
    {},
    [
      change('status', 'Status', 'New', 'Resolved'),
      change('resolution_code', 'Resolution', 'nothing', 'user guided'),
      change('resolved_at', 'Resolved', 'nothing', 'x'),
    ],
  ],
  ['took it', 'assigned', {}, [change('assignee_id', 'Assignee', 'nothing', 'Tom Tech')]],
  [
    'gave it to Mia Chen in Network',
    'assigned',
    {},
    [change('assignee_id', 'Assignee', 'nothing', 'Mia Chen'), change('team_id', 'Team', 'nothing', 'Network')],
  ],
  ['gave it back', 'assigned', {}, [change('assignee_id', 'Assignee', 'Tom Tech', 'nothing')]],
  [
    'set impact to High, changed category from Mail to Network and wrote the description',
    'updated',
    {},
    [
      change('impact', 'Impact', 'nothing', 'High'),
      change('category_id', 'Category', 'Mail', 'Network'),
      change('description', 'Description', 'a', 'b'),
    ],
  ],
  [
    'escalated it to Network: needs a switch',
    'escalated',
    { reason: 'needs a switch' },
    [change('team_id', 'Team', 'Service desk', 'Network')],
  ],
  ['worked 10 min', 'time_added', { text: '10 min' }, []],
  ['ticked off: Tell the office', 'checklist_ticked', { text: 'Tell the office' }, []],
  ['started to watch', 'watcher_added', { text: 'Tom Tech' }, []],
  [
    'took back the step to Resolved; it is New again',
    'undone',
    {},
    [
      change('status', 'Status', 'Resolved', 'New'),
      change('resolution_code', 'Resolution', 'fixed', 'nothing'),
      change('resolution_note', 'What was done', 'Oiled it', 'nothing'),
    ],
  ],
  [
    'took back: emptied the category, which was Mail',
    'undone',
    {},
    [change('category_id', 'Category', 'Mail', 'nothing')],
  ],
  ['moved it to another client', 'moved_away', { text: 'to another client' }, []],
  ['moved it here from another client, as B-1', 'moved_here', { text: 'from another client, as B-1' }, []],
  ['passed it over when it was proposed as the next one: going home', 'passed_over', { reason: 'going home' }, []],
])('%s', (sentence, type, data, changes) => {
  expect(sentenceOf(event(type, data), changes)).toBe(sentence);
});
