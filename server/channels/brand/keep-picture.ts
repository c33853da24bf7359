import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { Picture } from './picture.ts';

const DAY_MS = 86_400_000;

/** Keeps a picture for the look of one client, or (null) of the provider and groups. What was given up for a day goes. */
export async function keepPicture(ctx: Ctx, clientId: string | null, picture: Picture): Promise<string> {
  if (clientId === null) requireAllClients(ctx, 'A picture for the provider or a group');
  else {
    const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
    if (!client) throw notFound('client');
  }
  await sql`delete from portal_images i where i.client_id is not distinct from ${clientId}::uuid
    and i.created_at < ${new Date(Date.parse(ctx.now) - DAY_MS).toISOString()}::timestamptz
    and not exists (select from settings s where s.key in ('portal.logo', 'portal.icon') and s.value ->> 'imageId' = i.id::text)`.execute(
    ctx.tx,
  );
  const id = newId();
  await ctx.tx
    .insertInto('portal_images')
    .values({
      id,
      client_id: clientId,
      media_type: picture.mediaType,
      width: picture.width,
      height: picture.height,
      bytes: picture.bytes,
      created_by: ctx.scope.principalId,
      created_at: ctx.now,
    })
    .execute();
  return id;
}

/** A picture of the portal as far as the reader may see it. */
export async function findPicture(ctx: Ctx, id: string): Promise<Picture | null> {
  const row = await ctx.tx
    .selectFrom('portal_images')
    .select(['media_type as mediaType', 'width', 'height', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** A picture without its bytes. */
export type KeptPicture = Omit<Picture, 'bytes'> & { id: string };

/** Which picture one client's portal shows: never one that is another client's. */
export async function pictureFor(ctx: Ctx, id: string | null, clientId: string | null): Promise<KeptPicture | null> {
  if (id === null) return null;
  const row = await ctx.tx
    .selectFrom('portal_images')
    .select(['id', 'media_type as mediaType', 'width', 'height'])
    .where('id', '=', id)
    .where((where) => where.or([where('client_id', 'is', null), where('client_id', '=', clientId)]))
    .executeTakeFirst();
  return row ?? null;
}
