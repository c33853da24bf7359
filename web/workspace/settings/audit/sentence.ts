import type { AuditEntry } from '#shared/audit.ts';

/** What happened, in the order it is read: who, what they did, to which, and more about it. */
export type Sentence = {
  who: string;
  did: string;
  /** The subject's name; its place in the sentence leads to its page. Null where there is no name to say. */
  which: string | null;
  more: string;
};

const NOUNS: Readonly<Record<string, string>> = {
  staff: 'the account of',
  api_key: 'the API key',
  client_group: 'the client group',
  bulk_change: 'a change of many tickets',
  custom_field: 'the custom field',
  checklist_template: 'the checklist',
  on_call_schedule: 'the on-call schedule',
  escalation_path: 'the escalation path',
  canned_reply: 'the canned reply',
  installation: 'this installation,',
};
/** What follows the name of whoever did it, where noun and verb alone would not be plain. */
const DID: Readonly<Record<string, string>> = {
  'ticket.created': 'logged',
  'ticket.updated': 'changed',
  'ticket.replied': 'replied on',
  'ticket.noted': 'wrote a note on',
  'ticket.time_added': 'recorded time on',
  'ticket.time_changed': 'changed recorded time on',
  'ticket.time_removed': 'took recorded time from',
  'ticket.expense_added': 'recorded an expense on',
  'ticket.expense_changed': 'changed an expense on',
  'ticket.expense_removed': 'took an expense from',
  'expense.receipt_added': 'added a receipt to',
  'expense.receipt_removed': 'took a receipt from',
  'expense.paid_back': 'said when expenses were paid back of',
  'expense.taken_back': 'took back expenses of',
  'expense.submitted': 'submitted expenses of',
  'expense.approved': 'approved expenses of',
  'expense.returned': 'returned expenses of',
  'ticket.passed_over': 'passed over',
  'ticket.merged_away': 'merged into another ticket:',
  'ticket.merged_in': 'merged another ticket into',
  'ticket.unmerged': 'took a merge back on',
  'ticket.moved_away': 'moved to another client:',
  'ticket.moved_here': 'moved here from another client:',
  'ticket.split': 'split a part off',
  'ticket.split_off': 'made of a part of another ticket:',
  'ticket.linked': 'linked',
  'ticket.unlinked': 'took a link off',
  'ticket.ran_macro': 'ran a macro on',
  'ticket.undone': 'undid a change of',
  'ticket.watcher_added': 'added a watcher to',
  'ticket.watcher_removed': 'took a watcher off',
  'ticket.checklist_added': 'put a checklist on',
  'ticket.checklist_removed': 'took a checklist off',
  'ticket.checklist_ticked': 'ticked a step of a checklist on',
  'ticket.checklist_unticked': 'unticked a step of a checklist on',
  'ticket.sla_at_risk': 'saw a target at risk on',
  'ticket.sla_breached': 'saw a target missed on',
  'ticket.sla_held': 'held a clock of',
  'ticket.sla_released': 'released a clock of',
  'ticket.sla_overridden': 'set a target by hand on',
  'ticket.sla_rebased': 'counted anew the clocks of',
  'ticket.sla_action_failed': 'could not do what was due on',
  'article.created': 'began the article',
  'article.rewritten': 'rewrote the article',
  'article.submitted': 'sent for review the article',
  'article.returned': 'gave back from review the article',
  'article.discarded': 'threw away the draft of the article',
  'article.redrafted': 'began anew from an earlier version the article',
  'article.shown': 'chose who reads the article',
  'article.restored': 'brought back the article',
  'article.flagged': 'flagged as outdated the article',
  'article.unflagged': 'saw to what was said of the article',
  'announcement.created': 'began the announcement',
  'announcement.published': 'published the announcement',
  'announcement.updated': 'said more about the announcement',
  'announcement.ended': 'ended the announcement',
  'announcement.discarded': 'threw away the draft of an announcement',
  'service.state_set': 'said how it is with the service',
  'ticket.item_linked': 'linked a device or service to',
  'ticket.item_unlinked': 'took a device or service off',
  'item.created': 'added the item',
  'item.changed': 'changed the item',
  'item.gone': 'does not list any more the item',
  'item.moved_away': 'lists under another client the item',
  'item.joined': 'joined another with the item',
  'item.separated': 'separated another from the item',
  'item.told_apart': 'told another apart from the item',
  'item.related': 'related to another the item',
  'item.unrelated': 'took a relation from the item',
  'class.created': 'added the class',
  'class.changed': 'changed the class',
  'baseline.created': 'kept the baseline',
  'baseline.deleted': 'threw away the baseline',
  'ticket.announcement_linked': 'linked an announcement to',
  'ticket.announcement_unlinked': 'took an announcement off',
  'ticket.article_linked': 'linked an article to',
  'ticket.article_answered': 'answered with an article on',
  'ticket.article_unanswered': 'took back an answer with an article on',
  'ticket.article_made': 'wrote an article from',
  'ticket.article_unlinked': 'took an article off',
  'client.services_changed': 'chose the services of',
  'client.sign_in_provider_added': 'added an identity provider of',
  'client.sign_in_provider_changed': 'changed an identity provider of',
  'client.sign_in_provider_removed': 'removed an identity provider of',
  'contact.identity_linked': 'linked an identity at the client’s provider to',
  'contact.identity_unlinked': 'unlinked from the client’s provider',
  'contact.signed_in': 'let in to the portal:',
  'contact.invited': 'sent an invitation to choose a password to',
  'contact.password_changed': 'changed the password of',
  'contact.password_set': 'set the password of',
  'contact.recovery_codes_renewed': 'renewed the recovery codes of',
  'contact.second_factor_on': 'switched on the second factor of',
  'contact.second_factor_off': 'switched off the second factor of',
  'contact.second_factor_reset': 'took away the second factor of',
  'contact.signed_out': 'ended the sessions of',
  'contact.sign_in_refused': 'refused to let in to the portal:',
  'contact.mail_resumed': 'let mail be sent again to',
  'contact.sign_in_link_made': 'made a sign-in link for',
  'staff.created': 'added',
  'staff.leave_added': 'entered leave of',
  'staff.leave_removed': 'took back leave of',
  'staff.passkey_added': 'added a passkey to the account of',
  'staff.passkey_removed': 'removed a passkey from the account of',
  'staff.passkey_suspicious': 'refused a passkey that may have been copied, of',
  'staff.password_changed': 'changed the password of',
  'staff.password_set': 'set the password of',
  'staff.recovery_codes_renewed': 'renewed the recovery codes of',
  'staff.second_factor_on': 'switched on the second factor of',
  'staff.second_factor_off': 'switched off the second factor of',
  'staff.sign_in_reset': 'reset how to sign in for',
  'staff.signed_out': 'ended a session of',
  'staff.identity_linked': 'linked an identity provider to the account of',
  'staff.identity_unlinked': 'unlinked an identity provider from the account of',
  'setting.changed': 'changed the setting',
  'mail_sending.changed': 'changed how mail is sent',
  'lifecycle.changed': 'changed the lifecycle of',
  'translation.changed': 'translated',
  'recurring_ticket.ran': 'logged a ticket by the recurring ticket',
  'on_call_schedule.covered': 'added cover to the on-call schedule',
  'on_call_schedule.uncovered': 'took away cover from the on-call schedule',
  'recurring_ticket.failed': 'could not log a ticket by the recurring ticket',
  'installation.set_up': 'set up the installation of',
};
const FIELDS: Readonly<Record<string, string>> = {
  hold_reason: 'waiting for',
  hold_until: 'waiting until',
  resolution_note: 'what was done',
  all_clients: 'which clients they see',
  role_keys: 'roles',
};
const LONGEST = 60;

/** An entry of the trail as a plain sentence. */
export function sentenceOf(entry: AuditEntry): Sentence {
  const { type, subject, actor, data } = entry;
  const [noun = '', verb = ''] = type.split('.');
  const by = typeof data['by'] === 'string' ? data['by'] : null;
  const from = typeof data['address'] === 'string' ? `from ${data['address']}` : null;
  if (noun === 'sign_in') {
    // The program lets in; whom it lets in did it.
    const did = verb === 'succeeded' ? 'signed in' : verb === 'refused' ? 'was refused at signing in' : words(verb);
    return { who: subject.label ?? 'Somebody unknown', did, which: null, more: listed([by && `by ${by}`, from]) };
  }
  const who = actor.kind === 'key' ? `${actor.name} (by API key)` : actor.name;
  if (type === 'access.denied') {
    const asked = String(data['asked'] ?? '');
    const what = asked.includes('-') && asked.length < 36 ? asked : `one of the ${words(String(data['kind'] ?? ''))}`;
    return { who, did: 'asked for what they may not see, and was told that it is not there', which: null, more: what };
  }
  const did = DID[type] ?? `${words(verb)} ${NOUNS[noun] ?? `the ${words(noun)}`}`;
  const reason = typeof data['reason'] === 'string' && data['reason'] !== '' ? data['reason'] : null;
  const changed =
    noun === 'setting'
      ? settingSaid(entry)
      : Object.entries(entry.changes).map(([field, change]) => said(field, change));
  return { who, did, which: subject.label, more: listed([...changed, reason, from]) };
}

const words = (key: string): string => key.replaceAll('_', ' ');
const listed = (parts: readonly (string | null)[]): string => parts.filter((part) => part).join(', ');

const LEVELS: Readonly<Record<string, string>> = {
  provider: 'for everybody',
  group: 'for a client group',
  client: 'for one client',
};
/** So many parts of a setting are told; more would be no sentence. */
const MOST_PARTS = 3;

/** Where a setting was changed, and what of it: its own change is under its own key, which was said. */
function settingSaid({ changes, data }: AuditEntry): (string | null)[] {
  const [change] = Object.values(changes);
  const level = LEVELS[String(data['level'] ?? '')] ?? null;
  if (!Array.isArray(change) || change.length !== 2) return [level];
  const [before, after] = change;
  if (after === null) return [level, 'taken back, so that it is inherited again'];
  const parts = partsOf(before, after);
  const more = parts.length > MOST_PARTS ? [`and ${parts.length - MOST_PARTS} more`] : [];
  return [level, ...parts.slice(0, MOST_PARTS), ...more];
}

/** What differs between two values, each part with its place in them: `by priority 1 response: 900 → 600`. */
function partsOf(before: unknown, after: unknown, path: readonly string[] = []): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isBranch(after) && (isBranch(before) || before === null || before === undefined)) {
    const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
    return [...keys].flatMap((key) => partsOf(at(before, key), at(after, key), [...path, placeName(after, key)]));
  }
  const [was, is] = [plain(before), plain(after)];
  const name = path.join(' ');
  if (was === null || is === null) return name ? [name] : [];
  const change = before === undefined || before === null ? is : `${was} → ${is}`;
  return [name ? `${name}: ${change}` : change];
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const at = (value: unknown, key: string): unknown =>
  isBranch(value) ? (value as Record<string, unknown>)[key] : undefined;
/** Lists are counted from one, and names of fields are read as words. */
const placeName = (parent: object, key: string): string =>
  Array.isArray(parent)
    ? String(Number(key) + 1)
    : words(key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** `name: My MSP → Harbour IT`; only the field where its values are long, or mean something to the program alone. */
function said(field: string, change: unknown): string {
  const name = FIELDS[field] ?? words(field.replace(/^custom\./, '').replace(/_(id|ids|at)$/, ''));
  if (!Array.isArray(change) || change.length !== 2) return name;
  const [before, after] = change.map(plain);
  return before === null || after === null ? name : `${name}: ${before} → ${after}`;
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  const foreign = /^[\da-f]{8}-[\da-f]{4}-/.test(value) || /^\d{4}-\d\d-\d\dT/.test(value) || /<[a-z]/i.test(value);
  return foreign ? null : words(value);
}
