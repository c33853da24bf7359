import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { heard } from '#web/ui/words/words.ts';

/** What to say below a field: what is wrong with it, or why the whole was refused. */
export function faultOf(error: Error | null, field: string): string | undefined {
  if (!error) return undefined;
  return fieldErrors(error)[field] ?? heard(toProblem(error).message);
}
