import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, type Session } from '#platform/http/index.ts';
import { firstOffered, languageOf, languagesOffered } from '#platform/identity/index.ts';
import { clientAt, portalPathOf } from '#platform/portal-address/index.ts';
import { acceptedLanguage } from '#platform/said/index.ts';
import { PortalBrand, PortalPartQuery, PortalQuery } from '#shared/brand.ts';
import type { Spoken } from '#shared/languages.ts';
import { brandOf } from './brand-of.ts';
import { DRAWN, type Look, maskableIcon, plainIcon } from './icon.ts';
import { findPicture } from './keep-picture.ts';
import { manifestOf } from './manifest.ts';
import { sendPicture } from './send-picture.ts';

const PORTAL = systemIdentity('Portal');
const at = '/api/v1/public/portal';
const shared = { method: 'GET', access: 'public', tag: 'Portal', query: PortalQuery } as const;
/** The program's own mark, drawn of points. */
const MARK = '/icon-180.png';
const bytes = { ...shared, query: PortalPartQuery, response: Type.Unknown() } as const;
type Asked = {
  query: { for?: string };
  request: { host: string; headers: { 'accept-language'?: string | undefined } };
  session: Session | null;
};

/** In which language a portal is read: as the page speaks that asks, else as it speaks to the client's people. */
async function languageFor(ctx: Ctx, clientId: string | null, asked: string | undefined): Promise<Spoken> {
  const offered = await languagesOffered(ctx, clientId);
  const accepted = acceptedLanguage(asked);
  if ((accepted && offered.includes(accepted)) || clientId === null) return firstOffered(offered, accepted);
  const row = await ctx.tx.selectFrom('clients').select('language').where('id', '=', clientId).executeTakeFirst();
  return languageOf(ctx, { clientId, own: null, client: row?.language ?? '' });
}

/** Whose portal is asked for, and how it looks. */
async function lookOf(ctx: Ctx, { query, request, session }: Asked) {
  const client = await clientAt(ctx, { host: request.host, code: query.for, session });
  const mine = session?.identity.scope.principal === 'contact' && client !== null;
  const home = mine ? await portalPathOf(ctx, client) : null;
  // What belongs to the page asks for the same portal; for somebody signed in their own, as a browser asks for a manifest without saying who.
  const named = home?.split('/').at(-1) ?? query.for;
  const brand = await brandOf(ctx, client, await languageFor(ctx, client, request.headers['accept-language']));
  const address = (part: string, version: string) =>
    `${at}/${part}?${new URLSearchParams({ ...(named ? { for: named } : {}), v: version })}`;
  const icon = brand.icon?.id ?? `${brand.name} ${brand.colours.light}`;
  return {
    brand,
    home,
    start: named ? `/portal/for/${encodeURIComponent(named)}` : '/portal',
    logo: brand.logo && { url: address('logo', brand.logo.id), width: brand.logo.width, height: brand.logo.height },
    icon: address('icon', icon),
    maskable: address('maskable-icon', icon),
    touchIcon: brand.icon && brand.icon.mediaType !== DRAWN ? address('icon', icon) : MARK,
    manifest: address('manifest', icon),
    languages: await languagesOffered(ctx, client),
  };
}

/** What the icon of the portal that is asked for is drawn from. */
const faceOf = async (ctx: Ctx, asked: Asked): Promise<Look> => {
  const { name, colours, icon } = (await lookOf(ctx, asked)).brand;
  return { name, accent: colours.light, icon: icon && (await findPicture(ctx, icon.id)) };
};

export const publicRoutes = [
  defineFreeRoute(
    {
      ...shared,
      url: at,
      summary:
        'How the portal looks: to a client’s person their own, to others that of the address, else the provider’s',
      response: PortalBrand,
    },
    (services, asked) =>
      withContext(services, PORTAL, async (ctx) => {
        const { brand, home, logo, icon, touchIcon, manifest, languages } = await lookOf(ctx, asked);
        const { name, welcome, support, links, colours } = brand;
        return { name, welcome, support, links, colours, logo, icon, touchIcon, manifest, home, languages };
      }),
  ),
  defineFreeRoute({ ...bytes, url: `${at}/logo`, summary: 'The logo of the portal' }, async (services, asked) => {
    const logo = await withContext(services, PORTAL, async (ctx) => {
      const { brand } = await lookOf(ctx, asked);
      return brand.logo && findPicture(ctx, brand.logo.id);
    });
    if (!logo) throw notFound('picture');
    return sendPicture(asked.reply, logo);
  }),
  defineFreeRoute(
    { ...bytes, url: `${at}/icon`, summary: 'The icon of the portal, or the initials of its name' },
    async (services, asked) =>
      sendPicture(asked.reply, plainIcon(await withContext(services, PORTAL, (ctx) => faceOf(ctx, asked)))),
  ),
  defineFreeRoute(
    { ...bytes, url: `${at}/maskable-icon`, summary: 'The same for a phone, which cuts it into a shape of its own' },
    async (services, asked) =>
      sendPicture(asked.reply, maskableIcon(await withContext(services, PORTAL, (ctx) => faceOf(ctx, asked)))),
  ),
  defineFreeRoute(
    { ...bytes, url: `${at}/manifest`, summary: 'The manifest by which a phone installs the portal as an app' },
    async (services, asked): Promise<FastifyReply> => {
      const { brand, start, icon, maskable } = await withContext(services, PORTAL, (ctx) => lookOf(ctx, asked));
      const { mediaType: type = DRAWN, width, height } = brand.icon ?? {};
      // What is drawn of points says of how many: a browser passes over it else.
      const sizes = type === DRAWN ? 'any' : `${width}x${height}`;
      return asked.reply
        .type('application/manifest+json; charset=utf-8')
        .serializer(JSON.stringify)
        .send(manifestOf(brand, { start, icon: { url: icon, type, sizes }, maskable }));
    },
  ),
];
