import type { Ctx } from '#platform/context/index.ts';
import type { Found, Source } from './take.ts';

/** What is compared, to tell a reading that says something new from one that only says less. */
const VALUES = 'name, class_key, site_id, attributes, open_url, remote_url, last_user, in_maintenance, gone_at'.split(
  ', ',
);
const valuesOf = (table: string) => VALUES.map((column) => `${table}.${column}`).join(', ');

/**
 * What is left out was not said and stays. The digest of what says nothing new beside the last whole reading is kept behind its own, so that
 * neither is looked at again. Returns those that say something new.
 */
const SOURCES = `
with n as (
  select * from jsonb_to_recordset($2::jsonb) as n (id uuid, item_id uuid, external_id text, name text, class_key text, attributes jsonb,
    open_url text, remote_url text, last_user text, online boolean, last_seen_at timestamptz, in_maintenance boolean, digest text,
    matched_by text)
), before as (
  select s.* from ci_sources s join n on n.id = s.id where s.client_id = $1
), written as (
  insert into ci_sources as s (client_id, id, item_id, source_kind, source_id, source_name, external_id, name, class_key, site_id, attributes,
    open_url, remote_url, last_user, online, last_seen_at, in_maintenance, digest, matched_by, first_at, seen_at)
  select $1, n.id, n.item_id, $3, $4, $5, n.external_id, n.name, n.class_key, $6, n.attributes, n.open_url, n.remote_url,
    n.last_user, n.online, n.last_seen_at, n.in_maintenance, n.digest, n.matched_by, $7, $7
  from n
  on conflict (client_id, id) do update set source_name = excluded.source_name, name = excluded.name,
    class_key = coalesce(excluded.class_key, s.class_key), site_id = excluded.site_id,
    attributes = jsonb_strip_nulls(s.attributes || excluded.attributes), open_url = coalesce(excluded.open_url, s.open_url),
    remote_url = coalesce(excluded.remote_url, s.remote_url), last_user = coalesce(excluded.last_user, s.last_user),
    online = excluded.online, last_seen_at = coalesce(excluded.last_seen_at, s.last_seen_at), in_maintenance = excluded.in_maintenance,
    digest = case
      when excluded.digest like 'whole %' then excluded.digest
      when s.digest like 'whole %' and (s.name, s.site_id, s.in_maintenance, s.gone_at) is not distinct from
        (excluded.name, excluded.site_id, excluded.in_maintenance, null) and jsonb_strip_nulls(s.attributes || excluded.attributes) = s.attributes
        and coalesce(excluded.class_key, s.class_key) is not distinct from s.class_key
        and coalesce(excluded.last_user, s.last_user) is not distinct from s.last_user
        then split_part(s.digest, ';', 1) || ';' || excluded.digest
      else excluded.digest end,
    seen_at = excluded.seen_at, gone_at = null
  returning s.*
)
select w.id from written w left join before b on b.id = w.id where b.id is null or (${valuesOf('w')}) is distinct from (${valuesOf('b')})`;

const IDENTIFIERS = `
with told as (
  select * from jsonb_to_recordset($2::jsonb) as n (source_ref uuid, item_id uuid, kind text, value text)
), gone as (
  delete from ci_identifiers x where x.client_id = $1 and x.source_ref = any ($3::uuid[])
    and exists (select from told t where (t.source_ref, t.kind) = (x.source_ref, x.kind))
    and not exists (select from told t where (t.source_ref, t.kind, t.value) = (x.source_ref, x.kind, x.value))
)
insert into ci_identifiers (client_id, kind, value, source_ref, item_id) select $1, kind, value, source_ref, item_id from told
on conflict do nothing`;

const SECTIONS = `
insert into ci_sections (client_id, source_ref, section, content, updated_at)
select $1, n.source_ref, n.section, n.content, $3 from jsonb_to_recordset($2::jsonb) as n (source_ref uuid, section text, content jsonb)
on conflict (client_id, source_ref, section) do update set content = excluded.content, updated_at = excluded.updated_at
  where ci_sections.content <> excluded.content`;

const SOFTWARE = `
with told as (
  select * from jsonb_to_recordset($2::jsonb) as n (source_ref uuid, name text, version text, publisher text, installed_on date)
), gone as (
  delete from ci_software x where x.client_id = $1 and x.source_ref = any ($3::uuid[])
    and not exists (select from told t where (t.source_ref, t.name, t.version) = (x.source_ref, x.name, x.version))
)
insert into ci_software (client_id, source_ref, name, version, publisher, installed_on)
select $1, source_ref, name, version, publisher, installed_on from told
on conflict (client_id, source_ref, name, version) do update set publisher = excluded.publisher, installed_on = excluded.installed_on
  where (ci_software.publisher, ci_software.installed_on) is distinct from (excluded.publisher, excluded.installed_on)`;

/**
 * Writes what readings say, each in its source's row; what was left out stays as it was. Returns the rows in which something is new, but
 * for lists of parts and software.
 */
export async function writeReadings(
  ctx: Ctx,
  { clientId, siteId, source }: { clientId: string; siteId: string | null; source: Source },
  found: readonly Found[],
): Promise<ReadonlySet<string>> {
  const rows = found.map(({ reading, sourceRef, itemId, matchedBy }) => ({
    id: sourceRef,
    item_id: itemId,
    external_id: reading.externalId,
    name: reading.name,
    class_key: reading.classKey,
    attributes: reading.attributes,
    open_url: reading.openUrl,
    remote_url: reading.remoteUrl,
    last_user: reading.user,
    online: reading.online,
    last_seen_at: reading.lastSeenAt,
    in_maintenance: reading.inMaintenance,
    digest: [reading.digest, ...(reading.briefDigest === null ? [] : [reading.briefDigest])].join(';'),
    matched_by: matchedBy,
  }));
  const changed = await ctx.hot<{ id: string }>('ci_write_sources', SOURCES, [
    clientId,
    JSON.stringify(rows),
    source.kind,
    source.id,
    source.name,
    siteId,
    ctx.now,
  ]);
  const changedIds = new Set(changed.map(({ id }) => id));
  const refs = found.map((one) => one.sourceRef);
  const identifiers = found.flatMap(({ identifiers, sourceRef, itemId }) =>
    identifiers.map((one) => ({ ...one, source_ref: sourceRef, item_id: itemId })),
  );
  await ctx.hot('ci_write_identifiers', IDENTIFIERS, [clientId, JSON.stringify(identifiers), refs]);
  const sections = found.flatMap(({ reading, sourceRef }) =>
    Object.entries(reading.sections).map(([section, content]) => ({ source_ref: sourceRef, section, content })),
  );
  if (sections.length > 0) await ctx.hot('ci_write_sections', SECTIONS, [clientId, JSON.stringify(sections), ctx.now]);
  const listed = found.filter(({ reading }) => reading.software !== null);
  if (listed.length === 0) return changedIds;
  const software = listed.flatMap(({ reading, sourceRef }) =>
    (reading.software ?? []).map((one) => ({
      source_ref: sourceRef,
      name: one.name,
      version: one.version,
      publisher: one.publisher,
      installed_on: one.installedOn,
    })),
  );
  await ctx.hot('ci_write_software', SOFTWARE, [
    clientId,
    JSON.stringify(software),
    listed.map((one) => one.sourceRef),
  ]);
  return changedIds;
}
