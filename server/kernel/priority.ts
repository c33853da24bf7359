import type { LEVELS, PRIORITIES } from '#shared/vocabulary.ts';
import type { FieldError } from './errors.ts';

/** 1 high, 2 medium, 3 low. */
export type Level = (typeof LEVELS)[number];
/** 1 critical … 5 planning. */
export type Priority = (typeof PRIORITIES)[number];
type Row = readonly [Priority, Priority, Priority];
/** `matrix[impact - 1][urgency - 1]`. */
export type PriorityMatrix = readonly [Row, Row, Row];

/** What a provider or client may set: the grid, and what a VIP changes. */
export type PriorityRules = {
  readonly matrix: PriorityMatrix;
  /** Steps a VIP's ticket is raised by: 0 switches the rule off. */
  readonly vipSteps: 0 | 1;
  /** Whether the VIP rule alone may make a ticket P1. Off by default: a P1 wakes people up. */
  readonly vipReachesTop: boolean;
};

/** The grid most ITIL desks begin with: priority is impact + urgency - 1. */
export const DEFAULT_PRIORITY_RULES: PriorityRules = {
  matrix: [
    [1, 2, 3],
    [2, 3, 4],
    [3, 4, 5],
  ],
  vipSteps: 1,
  vipReachesTop: false,
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { 1: 'high', 2: 'medium', 3: 'low' };
export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  1: 'Critical',
  2: 'High',
  3: 'Moderate',
  4: 'Low',
  5: 'Planning',
};

export type PriorityInputs = {
  readonly impact: Level;
  readonly urgency: Level;
  readonly vip: boolean;
  /** Why impact and urgency are what they are, where something else than a person weighed them. */
  readonly because?: string;
  /** A person's own choice; it beats the matrix and the VIP rule. */
  readonly override?: { readonly priority: Priority; readonly by: string; readonly reason?: string };
};
export type PriorityDecision = {
  readonly priority: Priority;
  readonly why: {
    readonly sentence: string;
    readonly rule: 'matrix' | 'vip' | 'override';
    readonly inputs: PriorityInputs;
    /** What the matrix alone says. */
    readonly matrixPriority: Priority;
  };
};

/** Decides a ticket's priority from impact, urgency, the VIP rule and a person's override, and says why. */
export function decidePriority(
  inputs: PriorityInputs,
  rules: PriorityRules = DEFAULT_PRIORITY_RULES,
): PriorityDecision {
  const fromMatrix = rules.matrix[(inputs.impact - 1) as 0 | 1 | 2][(inputs.urgency - 1) as 0 | 1 | 2];
  const given = `${capital(LEVEL_NAMES[inputs.impact])} impact and ${LEVEL_NAMES[inputs.urgency]} urgency give ${named(fromMatrix)}${inputs.because ? ` (${inputs.because})` : ''}`;
  const answer = (priority: Priority, rule: 'matrix' | 'vip' | 'override', sentence: string): PriorityDecision => ({
    priority,
    why: { sentence, rule, inputs, matrixPriority: fromMatrix },
  });
  if (inputs.override) {
    const { priority, by, reason } = inputs.override;
    const because = reason ? ` because: ${reason}` : '';
    return answer(priority, 'override', `${by} set ${named(priority)}${because}. ${given}.`);
  }
  if (!inputs.vip || rules.vipSteps === 0) return answer(fromMatrix, 'matrix', `${given}.`);
  const top = rules.vipReachesTop ? 1 : Math.min(2, fromMatrix);
  const raised = Math.max(top, fromMatrix - rules.vipSteps) as Priority;
  if (raised === fromMatrix) {
    const limit = fromMatrix === 1 ? '' : `; the requester is a VIP, but that alone does not make ${named(1)}`;
    return answer(fromMatrix, 'matrix', `${given}${limit}.`);
  }
  return answer(raised, 'vip', `${given}, raised to ${named(raised)} because the requester is a VIP.`);
}

/** Checks a grid that came from outside: three rows of three, each cell 1 to 5. Paths are relative to the grid. */
export function checkPriorityMatrix(value: unknown): FieldError[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  if (rows.length !== 3) return [{ path: 'matrix', message: 'needs three rows, for high, medium and low impact' }];
  return rows.flatMap((row: unknown, i) => {
    const cells: unknown[] = Array.isArray(row) ? row : [];
    if (cells.length !== 3)
      return [{ path: `matrix.${i}`, message: 'needs three cells, for high, medium and low urgency' }];
    return cells.flatMap((cell, j) =>
      typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 5
        ? []
        : [{ path: `matrix.${i}.${j}`, message: 'must be a whole number from 1 (critical) to 5 (planning)' }],
    );
  });
}

function named(priority: Priority): string {
  return `P${priority} ${PRIORITY_NAMES[priority]}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
