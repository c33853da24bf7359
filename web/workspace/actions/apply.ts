import { type Answer, call, type Input, newKey } from '#web/api/client.ts';
import { sayRefusal } from '#web/api/say-problem.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from './refresh.ts';
import { leftStore, namesOf, type Target } from './store.ts';
import { takeBack, type Undo, undoEvent } from './take-back.ts';

type Bulk = Input<'POST /tickets/bulk'>['body'];
/** What is to be done, in the words of the bulk operation; one ticket takes the same. */
export type Change = Omit<Bulk, 'ids'> & { reason?: string; auto?: boolean };

type Outcome = { id: string; key: string; eventIds: readonly string[]; refused: string | null };

/** One ticket goes through its own operation, which takes a reason and asks for less permission than the bulk one. */
async function applyToOne(target: Target, change: Change): Promise<Outcome> {
  const params = { idOrKey: target.id };
  const key = { idempotencyKey: newKey() };
  const { reason, auto, assign, transition, mergeInto, addTags, ...fields } = change;
  const why = reason ? { reason } : {};
  const patch = async (
    body: (version: number, tags: readonly string[]) => Input<'PATCH /tickets/{idOrKey}'>['body'],
  ) => {
    const { version, tags } = await call('GET /tickets/{idOrKey}', { params });
    return call('PATCH /tickets/{idOrKey}', { params, body: body(version, tags) });
  };
  const eventIds: (string | null)[] = [];
  let answer: { eventId: string | null } = { eventId: null };
  if (mergeInto) answer = await call('POST /tickets/{idOrKey}/merge', { params, body: { into: mergeInto } }, key);
  else if (assign)
    answer = await call(
      'POST /tickets/{idOrKey}/assign',
      { params, body: { ...assign, ...why, ...(auto ? { auto } : {}) } },
      key,
    );
  else if (transition) {
    // What the step asks to be known is written first.
    if (Object.keys(fields).length > 0) eventIds.push((await patch((version) => ({ version, ...fields }))).eventId);
    answer = await call('POST /tickets/{idOrKey}/transitions', { params, body: { ...transition, ...why } }, key);
  } else if (addTags) answer = await patch((version, tags) => ({ version, tags: [...new Set([...tags, ...addTags])] }));
  else answer = await patch((version) => ({ version, ...fields, ...(reason ? { priorityReason: reason } : {}) }));
  eventIds.push(answer.eventId);
  return { id: target.id, key: target.key, eventIds: eventIds.filter((id) => id !== null), refused: null };
}

async function applyToMany(
  targets: readonly Target[],
  { reason: _one, auto: _also, ...change }: Change,
): Promise<Outcome[]> {
  const body: Bulk = { ...change, ids: targets.map(({ id }) => id) };
  const { items }: Answer<'POST /tickets/bulk'> = await call(
    'POST /tickets/bulk',
    { body },
    { idempotencyKey: newKey() },
  );
  // The one that the others went under, or into, needs no word and no taking back.
  return items
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ id, eventIds, outcome, detail, errors }) => ({
      id,
      key: targets.find((one) => one.id === id)?.key ?? '',
      eventIds,
      refused: outcome === 'refused' ? sayRefusal({ message: detail, errors }) : null,
    }));
}

/** What takes an outcome back. */
const undoOf = (one: Outcome, merged: boolean): Undo =>
  merged
    ? { key: one.key, run: () => call('POST /tickets/{idOrKey}/unmerge', { params: { idOrKey: one.id } }) }
    : undoEvent(one, ...one.eventIds);

/**
 * Does a change to one ticket or many, says what came of it, and offers to take it back. `done` says it in a few words:
 * "is with Tom Tech". A refusal of the whole is thrown, so that a dialogue can show it; of some of many it is told
 * ticket by ticket, and those stay selected.
 * `onDone` comes before it is said and everything read again, so that the keys are the page's by then: `u` for one.
 */
export async function apply(
  targets: readonly Target[],
  change: Change,
  done: string,
  onDone?: () => void,
): Promise<void> {
  const [only] = targets;
  const outcomes = targets.length === 1 && only ? [await applyToOne(only, change)] : await applyToMany(targets, change);
  onDone?.();
  const changed = outcomes.filter(({ refused }) => refused === null);
  const refused = outcomes.filter((one) => one.refused !== null);
  const undoable = changed.filter(({ eventIds }) => eventIds.length > 0);
  if (changed.length > 0) {
    const some = targets.filter(({ id }) => changed.some((one) => one.id === id));
    toast.done(
      `${namesOf(some)}: ${done}`,
      undoable.length > 0
        ? { undo: () => takeBack(undoable.map((one) => undoOf(one, change.mergeInto !== undefined))) }
        : {},
    );
  }
  if (refused.length > 0)
    leftStore.set({
      of: targets.length,
      tickets: targets.flatMap((ticket) => {
        const why = refused.find(({ id }) => id === ticket.id)?.refused;
        return why ? [{ ticket, why }] : [];
      }),
    });
  await refreshTickets();
}
