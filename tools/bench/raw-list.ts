import pg from 'pg';

/** The default page of the queue as one would write it by hand: the same columns of the same fifty lines, prepared, bound by no policy. */
const PAGE = `
select t.id, t.key, t.kind, t.title, c.id as client_id, c.name as client, c.code, c.time_zone, r.id as requester_id, r.name as requester, r.vip,
  t.status, t.status_category, t.hold_reason, t.priority, t.impact, t.urgency, g.id as team_id, g.name as team, a.id as assignee_id, a.name as assignee,
  t.source, t.tags, t.created_at, t.updated_at, t.due_at, k.target, k.state, k.target_seconds, k.consumed_seconds, k.running_since, k.due_at as clock_due,
  k.next_threshold_at, k.breached_at, k.stopped_at, k.pause_reason, t.last_message_at, t.last_message_by, t.last_message_text, t.opening, u.read_at, t.version
from (select * from tickets where is_open order by updated_at desc, id desc limit 51) t
join clients c on c.id = t.client_id
left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
left join teams g on g.id = t.team_id
left join staff a on a.id = t.assignee_id
left join ticket_reads u on u.client_id = t.client_id and u.ticket_id = t.id and u.staff_id = $1::uuid
left join lateral (
  select * from ticket_clocks k where k.client_id = t.client_id and k.ticket_id = t.id and k.state <> 'cancelled'
  order by (k.stopped_at is null) desc, k.due_at nulls last, k.target limit 1) k on true
order by t.updated_at desc, t.id desc`;

export class RawReader {
  readonly #pool: pg.Pool;
  readonly #me: string;

  constructor(adminUrl: string, me: string) {
    this.#pool = new pg.Pool({ connectionString: adminUrl, max: 8, options: '-c search_path=fettle -c TimeZone=UTC' });
    this.#me = me;
  }

  async page(): Promise<number> {
    return (await this.#pool.query({ name: 'raw_page', text: PAGE, values: [this.#me] })).rows.length;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
