import type { Ctx } from '#platform/context/index.ts';
import {
  createAnnouncement,
  endAnnouncement,
  publishAnnouncement,
  sayMore,
  viewAnnouncement,
} from '#server/practices/announcement/index.ts';
import { ANNOUNCEMENTS, type AnnouncementSpec } from '../world/announcements.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const HOUR = 3_600_000;
const BUNDLE = 'announcements';
/** Who tells clients. */
const SPEAKER = { kind: 'staff', key: 'priya' } as const;

/** What Harbour IT told its clients lately, and tells them now; once. */
export async function writeAnnouncements(ctx: Ctx, refs: References, endsAt: string): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  for (const spec of ANNOUNCEMENTS) await writeAnnouncement(ctx, refs, endsAt, spec);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

async function writeAnnouncement(ctx: Ctx, refs: References, endsAt: string, spec: AnnouncementSpec): Promise<void> {
  const at = (hours: number) => new Date(Date.parse(endsAt) - hours * HOUR).toISOString();
  const speaker = (hours: number) => as(ctx, SPEAKER, at(hours), refs);
  const { kind, title, text, services, effect, from, until, published, updates = [], ended } = spec;
  const id = await createAnnouncement(speaker(published), {
    kind,
    title,
    text,
    fromAt: at(from),
    untilAt: until === undefined ? null : at(until),
    ...(effect ? { effect } : {}),
    ...(services
      ? { audience: 'services', serviceIds: services.flatMap((name) => refs.service(name) ?? []) }
      : { audience: 'all' }),
  });
  const version = async () => (await viewAnnouncement(ctx, id)).version;
  await publishAnnouncement(speaker(published), id, { version: await version() });
  for (const update of updates) await sayMore(speaker(update.at), id, update.text);
  if (ended) await endAnnouncement(speaker(ended.at), id, { version: await version(), text: ended.text });
}
