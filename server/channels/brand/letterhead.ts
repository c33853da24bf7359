import type { Ctx } from '#platform/context/index.ts';
import { type PdfDocument, paperOf } from '#platform/pdf/index.ts';
import { heardIn } from '#platform/said/index.ts';
import type { Spoken } from '#shared/languages.ts';
import { brandOf } from './brand-of.ts';
import { findPicture } from './keep-picture.ts';

/** Everything of a printed document but what it says; and how an instant is written for who reads it. */
export type Letterhead = {
  frame: Omit<PdfDocument, 'blocks'>;
  when: (at: string) => string;
};

/** What it is called, and what stands at the head of each page. */
type Marked = { readonly title: string; readonly mark: string };
/** `locale`: a BCP 47 tag, by which dates are written and paper is chosen. */
type Place = { readonly locale: string; readonly timeZone: string };

/** The provider's own paper, for whoever works there: their zone, and English as they write it. */
export async function letterheadFor(ctx: Ctx, marked: Marked): Promise<Letterhead> {
  const place = await placeOfStaff(ctx);
  const when = writer(place);
  const frame = {
    ...{ ...marked, author: ctx.actor.name, language: place.locale, madeAt: ctx.now, paper: paperFor(place) },
    brand: await brandFor(ctx, null, 'en'),
    foot: `Made ${when(ctx.now)} by ${ctx.actor.name}`,
    words: { page: PAGE, formless: FORMLESS },
  };
  return { frame, when };
}

/** Who of a client reads it, and in which language. */
type ClientReader = {
  readonly clientId: string;
  readonly contactId: string;
  readonly name: string;
  readonly language: Spoken;
};

/**
 * A client's paper for nobody in particular, such as what goes to where its invoices go: as its portal looks, in a language, at the client's
 * place. For the program, which alone sees what a client inherits of its look.
 */
export async function plainLetterheadFor(
  ctx: Ctx,
  { clientId, language }: Pick<ClientReader, 'clientId' | 'language'>,
  marked: Marked,
): Promise<Letterhead> {
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['time_zone as timeZone', 'country'])
    .where('id', '=', clientId)
    .executeTakeFirstOrThrow();
  const place = placeIn(language, client);
  return { frame: await clientFrame(ctx, { clientId, language, place }, marked), when: writer(place) };
}

type ForClient = Pick<ClientReader, 'clientId' | 'language'> & { readonly place: Place };

/** A client's paper with nobody's name on it. */
async function clientFrame(
  ctx: Ctx,
  { clientId, language, place }: ForClient,
  marked: Marked,
): Promise<Letterhead['frame']> {
  const brand = await brandFor(ctx, clientId, language);
  return {
    ...{ ...marked, author: brand?.name ?? '', language, madeAt: ctx.now, paper: paperFor(place), brand, foot: '' },
    words: { page: heardIn(language, PAGE), formless: heardIn(language, FORMLESS) },
  };
}

/**
 * A client's paper, for one of its people: as its portal looks, in their language, by the clock of their site. For the program, which
 * alone sees what a client inherits of its look.
 */
export async function clientLetterheadFor(ctx: Ctx, reader: ClientReader, marked: Marked): Promise<Letterhead> {
  const place = await placeOfContact(ctx, reader);
  const when = writer(place);
  const { language, name } = reader;
  const frame = {
    ...(await clientFrame(ctx, { ...reader, place }, marked)),
    author: name,
    foot: heardIn(language, `Report made ${when(ctx.now)} for ${name}`),
  };
  return { frame, when };
}

const PAGE = 'Page {page} of {pages}';
const FORMLESS = 'Characters that stand as □ have no form in the typeface of this document.';

function writer({ locale, timeZone }: Place): Letterhead['when'] {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ timeZone, timeZoneName: 'short' },
  });
  return (at) => format.format(new Date(at));
}

const paperFor = ({ locale, timeZone }: Place) => paperOf({ language: locale, timeZone });

async function brandFor(ctx: Ctx, clientId: string | null, language: Spoken): Promise<PdfDocument['brand']> {
  const { name, logo, colours } = await brandOf(ctx, clientId, language);
  return { name, accent: colours.light, logo: logo && (await findPicture(ctx, logo.id)) };
}

/** The words of these documents are English, so only the country of the reader's language is theirs: the order of a date. */
async function placeOfStaff(ctx: Ctx): Promise<Place> {
  const found = await ctx.tx
    .selectFrom('staff')
    .select(['time_zone as timeZone', 'language'])
    .where('id', '=', ctx.scope.principalId)
    .executeTakeFirst();
  const { language = 'en', timeZone = 'UTC' } = found ?? {};
  return { locale: language.startsWith('en-') ? language : 'en-GB', timeZone };
}

const OF_CONTACT = `
select coalesce(s.time_zone, c.time_zone) as "timeZone", c.country
from contacts r join clients c on c.id = r.client_id left join sites s on s.client_id = r.client_id and s.id = r.site_id
where r.client_id = $1 and r.id = $2`;

async function placeOfContact(ctx: Ctx, { clientId, contactId, language }: ClientReader): Promise<Place> {
  const [found] = await ctx.hot<{ timeZone: string; country: string }>('letterhead_place', OF_CONTACT, [
    clientId,
    contactId,
  ]);
  return placeIn(language, found ?? { timeZone: 'UTC', country: '' });
}

/** English of no country is written with the day first, as elsewhere. */
const placeIn = (language: Spoken, { timeZone, country }: { timeZone: string; country: string }): Place => ({
  locale: country ? `${language}-${country}` : language === 'en' ? 'en-GB' : language,
  timeZone,
});
