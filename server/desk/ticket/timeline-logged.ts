import type { Told } from './timeline-sentence.ts';
import type { StoredEvent } from './timeline-words.ts';

/** What an importer kept word for word stands below this name. */
const LOG = 'log.';
const STATE = `${LOG}incident_state`;

export const isLogged = ({ field }: Told): boolean => field.startsWith(LOG);

/** What an event says its source knew besides, as changes: `before` holds what was said last, and is brought up to date. */
export function loggedChanges({ data }: StoredEvent, before: Map<string, string>): Told[] {
  return Object.entries(data.imported?.kept ?? {}).map(([name, value]) => {
    const change = {
      field: `${LOG}${name}`,
      label: `${name} in the log`,
      before: before.get(name) ?? 'nothing',
      after: value ?? 'nothing',
    };
    before.set(name, change.after);
    return change;
  });
}

/** A state that nobody knows here moves nothing, so it is told with whatever else the entry did. */
export function loggedState(changes: readonly Told[]): string {
  const state = changes.find(({ field, after }) => field === STATE && after !== 'nothing');
  return state ? ` (its state in the log: ${state.after})` : '';
}

/** An entry of a log that changed nothing known here. `silent`: the facts that follow from others. */
export function loggedEntry({ data }: StoredEvent, changes: readonly Told[], silent: readonly Told[]): string {
  if (silent.length > 0) return `brought up to date: ${silent.map(({ label }) => label.toLowerCase()).join(', ')}`;
  if (data.imported?.entry === 1) return 'made the first entry';
  const kept = changes.filter((change) => isLogged(change) && change.field !== STATE);
  if (kept.length === 0) return 'made an entry';
  return `made an entry: ${kept.map(({ label, after }) => `${label} ${after}`).join(', ')}`;
}
