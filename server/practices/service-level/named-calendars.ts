import { sql } from 'kysely';
import { validateCalendar } from '#kernel/calendar.ts';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, readAnew, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateSlaCalendar, SlaCalendarView, UpdateSlaCalendar } from '#shared/sla-calendar.ts';
import type { CalendarTerms, Hours } from './calendars.ts';
import { rebaseLater } from './rebase.ts';

/** Calendars by name, which policies may choose instead of the client's own service hours. */
export async function listCalendars(ctx: Ctx): Promise<SlaCalendarView[]> {
  const { rows } = await sql<SlaCalendarView>`
    select c.id, c.name, c.terms, c.active, c.version,
      (select count(distinct v.policy_id)::int from sla_policy_versions v
        where v.terms::text like '%' || c.id || '%'
          and v.taken_back_at is null and (v.from_at > ${ctx.now} or v.number = (
            select n.number from sla_policy_versions n
            where n.policy_id = v.policy_id and n.taken_back_at is null and n.from_at <= ${ctx.now}
            order by n.from_at desc, n.number desc limit 1))) as policies
    from sla_calendars c where c.active order by lower(c.name), c.id`.execute(ctx.tx);
  return rows;
}

/** Adds a calendar. Refuses hours that overlap or are empty, unknown zones and countries, and a name that is taken. */
export async function createCalendar(ctx: Ctx, input: CreateSlaCalendar): Promise<string> {
  requireAllClients(ctx, 'A calendar');
  await refuse(ctx, input.name, input.terms, null);
  const id = newId();
  await ctx.tx
    .insertInto('sla_calendars')
    .values({
      id,
      name: input.name.trim(),
      terms: JSON.stringify(input.terms),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await tell(ctx, id, 'sla_calendar.created', { text: input.name.trim() });
  return id;
}

/** Changes a calendar. Clocks that run by it are re-based: what they used up stays, what is left is counted anew. */
export async function updateCalendar(ctx: Ctx, id: string, input: UpdateSlaCalendar): Promise<void> {
  requireAllClients(ctx, 'A calendar');
  const before = await ctx.tx
    .selectFrom('sla_calendars')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound('calendar');
  if (before.version !== input.version) throw staleVersion('calendar', before.version);
  const name = input.name?.trim() ?? before.name;
  const terms = input.terms ?? (before.terms as unknown as CalendarTerms);
  await refuse(ctx, name, input.terms ?? null, id);
  if (input.active === false) await refuseInUse(ctx, id);
  await ctx.tx
    .updateTable('sla_calendars')
    .set({
      name,
      terms: JSON.stringify(terms),
      active: input.active ?? before.active,
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  readAnew(ctx);
  await tell(ctx, id, 'sla_calendar.changed', {
    text: name,
    changes: { terms: [before.terms, terms], name: [before.name, name] },
  });
  if (input.terms)
    await rebaseLater(ctx, { clientId: null, groupId: null, why: `calendar "${name}" was changed`, hoursOnly: true });
}

async function refuseInUse(ctx: Ctx, id: string): Promise<void> {
  const { rows: services } = await sql<{ name: string }>`
    select s.name from services s where s.calendar = ${id}::text
      or exists (select from client_services c where c.service_id = s.id and c.calendar = ${id}::text) limit 1`.execute(
    ctx.tx,
  );
  if (services[0]) throw invalid([{ path: 'active', message: `the service ${services[0].name} counts by it` }]);
  const used = (await listCalendars(ctx)).find((calendar) => calendar.id === id)?.policies ?? 0;
  if (used > 0)
    throw invalid([{ path: 'active', message: `${used === 1 ? 'a policy counts' : `${used} policies count`} by it` }]);
}

/** Null terms are those that it has, which may be from a time when more was taken. */
async function refuse(ctx: Ctx, name: string, terms: CalendarTerms | null, own: string | null): Promise<void> {
  const taken = await ctx.tx.selectFrom('sla_calendars').select(['id', 'name']).where('active', '=', true).execute();
  const faults: FieldError[] = taken.some(
    (one) => one.id !== own && one.name.toLowerCase() === name.trim().toLowerCase(),
  )
    ? [{ path: 'name', message: 'is the name of another calendar' }]
    : [];
  if (terms) return refuseHours(terms, faults);
  if (faults.length > 0) throw invalid(faults);
}

/** Throws `invalid` with what is wrong with hours, each fault with its field below `terms`, besides faults found before. */
export async function refuseHours(terms: CalendarTerms, before: readonly FieldError[] = []): Promise<void> {
  const found = (await faultsOfHours(terms)).map(({ path, message }) => ({ path: `terms.${path}`, message }));
  const faults = [...before, ...found];
  if (faults.length > 0) throw invalid(faults);
}

/** What is wrong with hours and where they count, each with its field. */
export async function faultsOfHours(terms: CalendarTerms): Promise<FieldError[]> {
  const { timeZone, holidays, ...hours } = terms;
  const faults = [
    ...validateCalendar({ ...hours, name: 'Hours', timeZone: timeZone ?? 'UTC' }),
    ...faultsOfAlways(hours),
  ];
  // Where no holidays are closed, it need not be known whose.
  if (!holidays || (!hours.publicHolidays && !holidays.country && !holidays.region)) return faults;
  const { checkHolidayPlace } = await import('#kernel/holidays.ts');
  const place = { country: holidays.country, ...(holidays.region ? { state: holidays.region } : {}) };
  return [
    ...faults,
    ...checkHolidayPlace(place).map(({ path, message }) => ({
      path: `holidays.${path === 'state' ? 'region' : path}`,
      message,
    })),
  ];
}

/** What never closes would ignore closed days, and whoever wrote them would not hear of it. */
function faultsOfAlways({ alwaysOpen, closedDays, publicHolidays }: Hours): FieldError[] {
  if (!alwaysOpen) return [];
  return [
    ...(closedDays.length > 0 ? [{ path: 'closedDays', message: 'must be empty: round the clock never closes' }] : []),
    ...(publicHolidays ? [{ path: 'publicHolidays', message: 'must be false: round the clock never closes' }] : []),
  ];
}

async function tell(ctx: Ctx, id: string, type: string, data: Record<string, unknown>): Promise<void> {
  await appendEvent(ctx, { clientId: null, subjectType: 'sla_calendar', subjectId: id, type, data });
}
