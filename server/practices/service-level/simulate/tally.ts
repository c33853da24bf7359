import type { SimulationLine } from '#shared/simulation.ts';
import type { History } from '../history.ts';
import type { Judged } from './judge.ts';

/** A clock that would come out otherwise. */
export type Flip = {
  readonly ticketId: string;
  readonly clientId: string;
  readonly teamId: string | null;
  readonly target: string;
  readonly before: Judged['verdict'] | 'none';
  readonly after: Judged['verdict'] | 'none';
  readonly priorityBefore: number;
  readonly priorityAfter: number;
  readonly usedBefore: number;
  readonly usedAfter: number;
  readonly targetBefore: number;
  readonly targetAfter: number;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  readonly sourceBefore: string;
  readonly sourceAfter: string;
};

/** Flips that are kept to be looked at; more are only counted. */
export const MOST_KEPT = 5_000;

type Line = { -readonly [K in keyof SimulationLine]: SimulationLine[K] };
type Lines = Map<string | null, Line>;

/** Counts how clocks came out and would come out, by target, client, priority and team. */
export class Tally {
  readonly #byTarget: Lines = new Map();
  readonly #byClient: Lines = new Map();
  readonly #byPriority: Lines = new Map();
  readonly #byTeam: Lines = new Map();
  readonly flips: Flip[] = [];
  #flipped = 0;
  readonly #tickets = { judged: 0, toBreached: 0, toMet: 0 };

  add({ ticket }: History, before: ReadonlyMap<string, Judged>, after: ReadonlyMap<string, Judged>): void {
    const flipped = { toBreached: 0, toMet: 0 };
    for (const target of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(target), after.get(target)];
      const lines = [
        lineOf(this.#byTarget, target),
        lineOf(this.#byClient, ticket.client_id),
        lineOf(this.#byPriority, String(was?.priority ?? is?.priority ?? ticket.priority)),
        lineOf(this.#byTeam, ticket.team_id),
      ];
      const flip = (was?.verdict === 'breached') !== (is?.verdict === 'breached');
      for (const line of lines) {
        if (was) line.before[was.verdict] += 1;
        if (is) line.after[is.verdict] += 1;
        if (flip) line[is?.verdict === 'breached' ? 'toBreached' : 'toMet'] += 1;
      }
      if (!flip) continue;
      flipped[is?.verdict === 'breached' ? 'toBreached' : 'toMet'] = 1;
      this.#keep(ticket, target, was, is);
    }
    this.#tickets.judged += 1;
    this.#tickets.toBreached += flipped.toBreached;
    this.#tickets.toMet += flipped.toMet;
  }

  #keep({ id, client_id, team_id, priority }: History['ticket'], target: string, was?: Judged, is?: Judged): void {
    this.#flipped += 1;
    if (this.flips.length >= MOST_KEPT) return;
    this.flips.push({
      ...{ ticketId: id, clientId: client_id, teamId: team_id, target },
      ...{ before: was?.verdict ?? 'none', after: is?.verdict ?? 'none' },
      ...{ priorityBefore: was?.priority ?? priority, priorityAfter: is?.priority ?? priority },
      ...{ usedBefore: was?.used ?? 0, usedAfter: is?.used ?? 0 },
      ...{ targetBefore: was?.target ?? 0, targetAfter: is?.target ?? 0 },
      ...{ dueBefore: was?.due() ?? null, dueAfter: is?.due() ?? null },
      ...{ sourceBefore: was?.source ?? '', sourceAfter: is?.source ?? '' },
    });
  }

  /** All that was counted; names are found by id. */
  result(nameOf: (of: 'target' | 'client' | 'team', id: string | null) => string) {
    const lines = (of: Lines, name: (id: string | null) => string): SimulationLine[] =>
      [...of.values()]
        .map((line) => ({ ...line, name: name(line.id) }))
        .sort((a, b) => b.toBreached + b.toMet - (a.toBreached + a.toMet) || a.name.localeCompare(b.name));
    return {
      flips: this.#flipped,
      kept: this.flips.length,
      tickets: { ...this.#tickets },
      byTarget: lines(this.#byTarget, (id) => nameOf('target', id)),
      byClient: lines(this.#byClient, (id) => nameOf('client', id)),
      byPriority: lines(this.#byPriority, (id) => `P${id}`),
      byTeam: lines(this.#byTeam, (id) => nameOf('team', id)),
    };
  }
}

function lineOf(lines: Lines, id: string | null): Line {
  let line = lines.get(id);
  if (!line) {
    const none = () => ({ met: 0, breached: 0, open: 0 });
    line = { id, name: '', before: none(), after: none(), toBreached: 0, toMet: 0 };
    lines.set(id, line);
  }
  return line;
}
