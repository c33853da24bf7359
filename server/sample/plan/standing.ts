import { businessSecondsBetween } from '#kernel/calendar.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTACTS } from '../world/contacts.ts';
import { targetsOf } from '../world/groups.ts';
import { type Hours, later } from './hours.ts';
import { priorityOf } from './priority.ts';
import type { Act, Bundle, Opening, Step } from './story.ts';

const MINUTE = 60;
const OVER = new Set(['resolved', 'fulfilled', 'closed', 'cancelled', 'withdrawn', 'merged', 'rejected']);
const WAITING = new Set(['on_hold', 'pending_approval']);

/** How a ticket stands where its story ends. */
export type Standing = {
  open: boolean;
  status: string;
  assignee: string | null;
  priority: number;
  /** Whether a promised time is past. */
  overdue: boolean;
  /** When the next promised time is up (epoch milliseconds); null where none runs. */
  dueAt: number | null;
};

/** One ticket of a bundle, followed act by act. */
class Following {
  status = 'new';
  assignee: string | null;
  readonly #opening: Opening;
  readonly #createdAt: number;
  #impact: Opening['impact'];
  #urgency: Opening['urgency'];
  #answered = false;
  #used = 0;
  #since: number;
  readonly #client: ClientSpec;
  readonly #hours: Hours;

  constructor(act: Act & { do: 'create' }, client: ClientSpec, hours: Hours) {
    this.#opening = act.opening;
    this.assignee = act.opening.assignee;
    this.#impact = act.opening.impact;
    this.#urgency = act.opening.urgency;
    this.#createdAt = this.#since = Date.parse(act.at);
    this.#client = client;
    this.#hours = hours;
  }

  hear(act: Act): void {
    if (act.do === 'assign') this.assignee = act.person;
    if (act.do === 'handOver') this.assignee = null;
    if (act.do === 'change') {
      this.#impact = act.fields.impact ?? this.#impact;
      this.#urgency = act.fields.urgency ?? this.#urgency;
    }
    const byStaff = act.who.kind === 'staff';
    if (act.do === 'say' && act.visibility === 'public' && byStaff) this.#answered = true;
    if (act.do === 'say' || act.do === 'move') this.#step(act.step, Date.parse(act.at), byStaff);
    // What the requester writes takes a ticket that waits for them, or that seemed done, up again.
    if (act.do === 'say' && act.who.kind === 'contact') this.#takenUp(Date.parse(act.at));
    if (act.do === 'merge') this.#become('merged', Date.parse(act.at));
    if (act.do === 'silence') this.#become('closed', Date.parse(act.at));
  }

  standing(endsAt: number): Standing {
    const { status, assignee } = this;
    const open = !OVER.has(status);
    const service = this.#hours.ofService(this.#client);
    const { response, resolution } = targetsOf(this.#client.group, this.priority);
    const dues: number[] = [];
    if (open && !this.#answered) dues.push(later(service, this.#createdAt, response));
    if (open && !WAITING.has(status)) dues.push(later(service, this.#since, resolution - this.#used / MINUTE));
    const dueAt = dues.length > 0 ? Math.min(...dues) : null;
    return { open, status, assignee, priority: this.priority, overdue: dueAt !== null && dueAt <= endsAt, dueAt };
  }

  private get priority(): number {
    const person = CONTACTS.get(this.#client.code)?.find(({ email }) => email === this.#opening.requester);
    return priorityOf(this.#client, this.#impact, this.#urgency, person?.vip ?? false);
  }

  #step(step: Step | undefined, at: number, byStaff: boolean): void {
    if (!step) return;
    if (byStaff && this.#opening.requester === null) this.#answered = true;
    this.#become(step.to, at);
  }

  #takenUp(at: number): void {
    if (this.status === 'on_hold' || this.status === 'resolved' || this.status === 'fulfilled')
      this.#become(this.#opening.kind === 'incident' ? 'in_progress' : 'fulfilling', at);
  }

  #become(status: string, at: number): void {
    const ran = !OVER.has(this.status) && !WAITING.has(this.status);
    if (ran) this.#used += businessSecondsBetween(this.#hours.ofService(this.#client), this.#since, at);
    this.#since = at;
    this.status = status;
  }
}

/** How each ticket of a bundle stands at an instant after its last act, by the clocks that the desk will keep. */
export function standings(bundle: Bundle, client: ClientSpec, hours: Hours, endsAt: number): Standing[] {
  const tickets: Following[] = [];
  for (const act of bundle.acts) {
    if (act.do === 'create') tickets[act.ticket] = new Following(act, client, hours);
    else tickets[act.ticket]?.hear(act);
  }
  return tickets.map((ticket) => ticket.standing(endsAt));
}

/** What must not wait is in somebody's hands, and due within a working day. */
const URGENT_MS = 8 * 3_600_000;

/** Whether a bundle ends as it would on a desk that is run well: nothing late, and nobody asleep over what is urgent. */
export function isInHand(bundle: Bundle, client: ClientSpec, hours: Hours, endsAt: number): boolean {
  return standings(bundle, client, hours, endsAt).every(({ open, overdue, priority, assignee, dueAt }) => {
    if (!open) return true;
    if (overdue) return false;
    return priority > 1 || (assignee !== null && (dueAt === null || dueAt - endsAt < URGENT_MS));
  });
}
