import type { ClientSpec } from '../world/client-spec.ts';
import type { Hours } from './hours.ts';
import { standings } from './standing.ts';
import type { Bundle } from './story.ts';

/** How much each technician has open, so that whoever hands out gives the next to somebody who has room. */
export class Load {
  readonly #open = new Map<string, number>();

  of(person: string): number {
    return this.#open.get(person) ?? 0;
  }

  add(bundle: Bundle, client: ClientSpec, hours: Hours, endsAt: number): void {
    for (const { open, assignee } of standings(bundle, client, hours, endsAt))
      if (open && assignee !== null) this.#open.set(assignee, this.of(assignee) + 1);
  }
}
