import { isLogged, loggedEntry, loggedState } from './timeline-logged.ts';
import type { StoredEvent } from './timeline-words.ts';

/** A change with its values in words; "nothing" where there was or is none. */
export type Told = { field: string; label: string; before: string; after: string };

const NOTHING = 'nothing';
/** Facts that follow from another change on the same line. */
const SILENT = new Set([
  'reassignment_count',
  'reopen_count',
  'resolved_at',
  'resolved_by',
  'closed_at',
  'first_response_at',
  'hold_until',
]);
/** Texts too long to be told in a line; the change itself shows them. */
const LONG = new Set(['description', 'resolution_note', 'cause']);

/** One change in words: "set Impact to High", "changed the Title from … to …". */
function each({ field, label, before, after }: Told): string {
  const name = field.startsWith('custom') ? label : label.toLowerCase();
  if (LONG.has(field)) return after === NOTHING ? `emptied the ${name}` : `wrote the ${name}`;
  if (before === NOTHING) return `set ${name} to ${after}`;
  if (after === NOTHING) return `emptied the ${name}, which was ${before}`;
  return `changed ${name} from ${before} to ${after}`;
}

const and = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');

function moved(changes: readonly Told[]): string {
  const status = changes.find(({ field }) => field === 'status');
  const hold = changes.find(({ field, after }) => field === 'hold_reason' && after !== NOTHING);
  const code = changes.find(({ field, after }) => field === 'resolution_code' && after !== NOTHING);
  const rest = changes.filter(
    ({ field }) => !['status', 'hold_reason', 'resolution_code', 'resolution_note', 'cause'].includes(field),
  );
  const step = status ? `moved it from ${status.before} to ${status.after}` : 'moved it on';
  return `${step}${hold ? `, waiting for ${hold.after}` : ''}${code ? ` (${code.after})` : ''}${rest.length > 0 ? `, ${and(rest.map(each))}` : ''}`;
}

/** A step of the lifecycle that is taken back takes what was said with it along. */
function undone(changes: readonly Told[]): string {
  const status = changes.find(({ field }) => field === 'status');
  const along = ['hold_reason', 'resolution_code', 'resolution_note', 'cause'];
  const rest = changes.filter(({ field }) => field !== 'status' && !(status && along.includes(field)));
  const changed = rest.length > 0 ? `: ${and(rest.map(each))}` : '';
  if (status) return `took back the step to ${status.before}; it is ${status.after} again${changed}`;
  return changed ? `took back${changed}` : 'took back the last change';
}

function assigned(changes: readonly Told[], actor: string): string {
  const person = changes.find(({ field }) => field === 'assignee_id');
  const team = changes.find(({ field }) => field === 'team_id');
  const inTeam = team && team.after !== NOTHING ? team.after : null;
  if (person && person.after === actor) return inTeam ? `took it, for ${inTeam}` : 'took it';
  if (person && person.after !== NOTHING)
    return inTeam ? `gave it to ${person.after} in ${inTeam}` : `gave it to ${person.after}`;
  if (inTeam) return `gave it to ${inTeam}`;
  if (person) return person.before === actor ? 'gave it back' : `took it from ${person.before}`;
  return team ? `took it out of ${team.before}` : 'gave it on';
}

/** Facts told by a text of their own, by the type of their event. */
const TEXTS: Readonly<Record<string, (text: string, actor: string) => string>> = {
  checklist_added: (text) => `added to the checklist: ${text}`,
  checklist_removed: (text) => `took off the checklist: ${text}`,
  checklist_ticked: (text) => `ticked off: ${text}`,
  checklist_unticked: (text) => `opened again: ${text}`,
  project_joined: (text) => `made this a task of the project ${text}`,
  project_planned: (text) => `changed when or how this is planned in the project ${text}`,
  project_left: (text) => `took this out of the project ${text}`,
  time_added: (text) => `worked ${text}`,
  time_changed: (text) => `changed recorded time: ${text}`,
  time_removed: (text) => `took away ${text} of recorded time`,
  expense_added: (text) => `recorded an expense: ${text}`,
  expense_changed: (text) => `changed an expense: ${text}`,
  expense_removed: (text) => `took away an expense: ${text}`,
  watcher_added: (text, actor) => (text === actor ? 'started to watch' : `added ${text} as a watcher`),
  watcher_removed: (text, actor) => (text === actor ? 'stopped watching' : `took ${text} off the watchers`),
  rated: (text) => `rated what was done: ${text}`,
  raised_for: (text) => `raised this for ${text}`,
  ran_macro: (text) => `ran the macro ${text}`,
  passed_over: () => 'passed it over when it was proposed as the next one',
  linked: (text) => `linked it: ${text}`,
  unlinked: (text) => `took away the link: ${text}`,
  major_proposed: () => 'proposed it as a major incident',
  major_moved: (text) => `moved the major incident from ${text}`,
  major_changed: (text) => `changed the major incident: ${text}`,
  major_told: (text) => `told ${text} how it stands`,
  major_reviewed: (text) => `wrote the review of the major incident, with ${text}`,
  whole_joined: (text) => `put it to ${text}`,
  whole_left: (text) => `took it off ${text}`,
  part_joined: (text) => `put ${text} to it`,
  part_left: (text) => `took ${text} off it`,
  problem_changed: (text) => `changed ${text}`,
  problem_reviewed: (text) => `reviewed it: ${text}`,
  problem_fix_failed: (text) => `noted: ${text}`,
  known_error_published: (text) => `published it as a known error ${text}`,
  known_error_retired: (text) => `took back the known error ${text}`,
  known_error_used: (text) => `recognised the known error ${text}`,
  article_linked: (text) => `linked the article ${text}`,
  article_answered: (text) => `answered with the article ${text}`,
  article_unanswered: (text) => `took back the answer with the article ${text}`,
  article_made: (text) => `wrote the article ${text} from it`,
  article_unlinked: (text) => `took off the article ${text}`,
  item_linked: (text) => `said that it is about ${text}`,
  item_unlinked: (text) => `said that it is not about ${text} after all`,
  remote_begun: (text) => `began a remote session on ${text}`,
  script_asked: (text) => `asked to run ${text}`,
  script_agreed: (text) => `agreed to run ${text}`,
  script_refused: (text) => `refused to run ${text}`,
  script_cancelled: (text) => `will not run ${text}`,
  script_begun: (text) => `began to run ${text}`,
  announcement_linked: (text) => `said that it is about what was announced: ${text}`,
  announcement_unlinked: (text) => `said that it is not about what was announced: ${text}`,
  alerts_joined: (text) => `put ${text} to it`,
  alert_repeated: (text) => `heard again: ${text}`,
  alert_flaps: (text) => `keeps it open until it is quiet: ${text}`,
  alerts_cleared: (text) => `heard that it cleared: ${text}`,
  moved_away: (text) => `moved it ${text}`,
  moved_here: (text) => `moved it here ${text}`,
  merged_away: (text) => `merged it ${text}`,
  merged_in: (text) => `merged ${text} into it`,
  unmerged: (text) => `took the merge apart: ${text}`,
  split: (text) => `split a part of it off ${text}`,
  split_off: (text) => `split it off ${text}`,
  approval_asked: (text) => `asked for approval ${text}`,
  approval_voted: (text) => text,
  approval_ended: (text) => text,
  approval_reminded: (text) => `reminded ${text}`,
  approval_reassigned: (text) => `asked ${text}`,
  task_done: (text) => `finished the task: ${text}`,
  task_skipped: (text) => `skipped the task: ${text}`,
  task_reopened: (text) => `opened the task again: ${text}`,
  change_edited: (text) => `wrote ${text} of the change`,
  change_authorised: (text) => `noted that it is authorised: ${text}`,
  change_proposed: (text) => `proposed a standard template from it: ${text}`,
  change_reviewed: (text) => text,
  change_discussed: (text) => `wrote in the minutes of ${text}`,
  change_overridden: (text) => `went on in spite of what stands against it (${text})`,
  change_announced: (text) => `wrote ${text}`,
  change_review_overdue: (text) => `reminded: ${text}`,
  change_stuck: (text) => `could not move it on: ${text}`,
  request_stuck: (text) => `could not move it on: ${text}`,
  request_changed: (text) => `changed what was asked for: ${text}`,
  paged: (text) => `paged ${text}`,
  page_asked: (text) => `asked again for those who are called already: ${text}`,
  page_skipped: (text) => `found nobody to page at ${text}`,
  page_acknowledged: (text) => `acknowledged the page ${text}`,
  page_exhausted: (text) => `paged everybody in vain on ${text}`,
  page_ended: (text) => `stopped paging: ${text}`,
  page_failed: (text) => `could not page: ${text}`,
  sla_at_risk: (text) => `warned: ${text}`,
  sla_breached: (text) => `noted: ${text}`,
  sla_held: (text) => `held ${text}`,
  sla_released: (text) => `released ${text}`,
  sla_overridden: (text) => `set ${text}`,
  sla_justified: (text) => `justified ${text}`,
  sla_rebased: (text) => `counted the clocks anew: ${text}`,
  sla_action_failed: (text) => `could not ${text}`,
};

function untold(event: StoredEvent, changes: readonly Told[]): string {
  if (!event.data.imported) return 'made a change that is not kept here';
  return loggedEntry(
    event,
    changes,
    changes.filter(({ field }) => SILENT.has(field)),
  );
}

/** The event in words, to follow the actor's name: "moved it from New to In progress". */
export function sentenceOf(event: StoredEvent, changes: readonly Told[]): string {
  const reason = `${event.data.reason ? `: ${event.data.reason}` : ''}${loggedState(changes)}`;
  const told = changes.filter((change) => !SILENT.has(change.field) && !isLogged(change));
  const text = typeof event.data['text'] === 'string' ? event.data['text'] : '';
  const kind = event.type.replace(/^ticket(_part)?\./, '');
  switch (kind) {
    case 'created':
      return 'logged the ticket';
    case 'moved':
      return `${moved(told)}${reason}`;
    case 'assigned':
      return `${assigned(told, event.actor_name)}${reason}`;
    case 'escalated': {
      const team = told.find(({ field }) => field === 'team_id');
      const to = team ? ` to ${team.after}` : event.data['level'] ? ` to level ${event.data['level']}` : '';
      return `escalated it${to}${reason}`;
    }
    case 'undone':
      return event.data['reply'] ? 'took back the reply before it was sent; it stands here as a note' : undone(told);
    case 'updated':
      return `${told.length > 0 ? and(told.map(each)) : untold(event, changes)}${reason}`;
  }
  const own = TEXTS[kind];
  // What somebody does to a clock says its reason in its text.
  const said = text.endsWith(`: ${event.data.reason}`);
  if (own) return `${own(text, event.actor_name)}${said ? '' : reason}`;
  const details = told.length > 0 ? `: ${and(told.map(each))}` : '';
  return `${kind.replaceAll('_', ' ')}${details}${text ? ` ${text}` : ''}${reason}`;
}
