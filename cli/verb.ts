/** One thing that `fettle` does. */
export type Verb = {
  /** One line for the list of verbs. */
  summary: string;
  /** What to type after `fettle`. */
  usage: string;
  /** What it does, its options and what it leaves behind. */
  help: string;
  /** Does it with the arguments after the verb; answers the exit code. Throws `UsageError` for wrong use. */
  run(args: string[]): Promise<number>;
};

/** The verb was called wrongly: its usage is shown with the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
