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

/** Whether a clock kept its promise or missed it, or may yet; what was cancelled or never promised did neither. */
const isKeptOrMissed = (one: Judged | undefined) => one !== undefined && one.verdict !== 'cancelled';

/**
 * What of a clock would be otherwise: it would be missed, or kept; or, apart from these, missed where it is neither now, or neither
 * where it is missed now.
 */
type Otherwise = 'toBreached' | 'toMet' | 'apartBreached' | 'apartMet';

function otherwise(was: Judged | undefined, is: Judged | undefined): Otherwise | null {
  const missed = is?.verdict === 'breached';
  if ((was?.verdict === 'breached') === missed) return null;
  if (isKeptOrMissed(missed ? was : is)) return missed ? 'toBreached' : 'toMet';
  return missed ? 'apartBreached' : 'apartMet';
}

/** Counts how clocks came out and would come out, by target, client, priority and team. */
export class Tally {
  readonly #byTarget: Lines = new Map();
  readonly #byClient: Lines = new Map();
  readonly #byPriority: Lines = new Map();
  readonly #byTeam: Lines = new Map();
  readonly flips: Flip[] = [];
  #flipped = 0;
  readonly #tickets = { judged: 0, toBreached: 0, toMet: 0, apartBreached: 0, apartMet: 0 };

  add({ ticket }: History, before: ReadonlyMap<string, Judged>, after: ReadonlyMap<string, Judged>): void {
    const flipped = new Set<Otherwise>();
    for (const target of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(target), after.get(target)];
      if (!isKeptOrMissed(was) && !isKeptOrMissed(is)) continue;
      const lines = [
        lineOf(this.#byTarget, target),
        lineOf(this.#byClient, ticket.client_id),
        lineOf(this.#byPriority, String(was?.priority ?? is?.priority ?? ticket.priority)),
        lineOf(this.#byTeam, ticket.team_id),
      ];
      const flip = otherwise(was, is);
      for (const line of lines) {
        if (was && was.verdict !== 'cancelled') line.before[was.verdict] += 1;
        if (is && is.verdict !== 'cancelled') line.after[is.verdict] += 1;
        if (flip) line[flip === 'toBreached' || flip === 'toMet' ? flip : 'apart'] += 1;
      }
      if (!flip) continue;
      flipped.add(flip);
      this.#keep(ticket, target, was, is);
    }
    this.#tickets.judged += 1;
    // A ticket that is counted already is not counted once more apart.
    const counted: readonly Otherwise[] = ['toBreached', 'toMet'].some((one) => flipped.has(one as Otherwise))
      ? ['toBreached', 'toMet']
      : ['apartBreached', 'apartMet'];
    for (const one of counted) if (flipped.has(one)) this.#tickets[one] += 1;
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
        .sort((a, b) => flipsOf(b) - flipsOf(a) || a.name.localeCompare(b.name));
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

const flipsOf = ({ toBreached, toMet, apart }: Line) => toBreached + toMet + apart;

function lineOf(lines: Lines, id: string | null): Line {
  let line = lines.get(id);
  if (!line) {
    const none = () => ({ met: 0, breached: 0, open: 0 });
    line = { id, name: '', before: none(), after: none(), toBreached: 0, toMet: 0, apart: 0 };
    lines.set(id, line);
  }
  return line;
}
