/** `?` marks a value that may be null. Texts, lists of texts, whole numbers, numbers, yes or no, instants. */
export type ConditionType =
  | 'string'
  | 'strings'
  | 'int'
  | 'double'
  | 'bool'
  | 'timestamp'
  | 'string?'
  | 'int?'
  | 'double?'
  | 'bool?'
  | 'timestamp?';
/** What an expression may name: `{ ticket: { priority: 'int', tags: 'strings' } }`. */
export type ConditionVariables = { readonly [group: string]: { readonly [field: string]: ConditionType } };
/** Plain values in the same shape; instants as ISO text. What is left out is null. */
export type ConditionValues = { readonly [group: string]: { readonly [field: string]: ConditionValue } };
export type ConditionValue = string | number | boolean | null | readonly string[];

export const LIMITS = {
  /** Characters of an expression. */
  length: 2_000,
  nodes: 200,
  depth: 24,
  listItems: 100,
  /** Loops within loops. */
  loops: 2,
  /** Steps that one evaluation may need at worst, reckoned before it begins. */
  cost: 1_000_000,
} as const;

export const LOOPS: readonly string[] = ['all', 'exists', 'exists_one', 'filter'];

/**
 * The functions that may be called. Left out on purpose: `matches` (a hostile pattern runs for ever), `map`, `join` and
 * `bind` (values that double at each step), and whatever reads bytes.
 */
export const FUNCTIONS: readonly string[] = [
  ...LOOPS,
  'has',
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'lowerAscii',
  'upperAscii',
  'trim',
  'int',
  'double',
  'string',
  'timestamp',
  'duration',
  'getFullYear',
  'getMonth',
  'getDate',
  'getDayOfWeek',
  'getHours',
  'getMinutes',
];
