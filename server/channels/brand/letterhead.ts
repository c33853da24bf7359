import type { Ctx } from '#platform/context/index.ts';
import { type PdfDocument, paperOf } from '#platform/pdf/index.ts';
import { brandOf } from './brand-of.ts';
import { findPicture } from './keep-picture.ts';

/** Everything of a printed document but what it says; and how an instant is written for who reads it. */
export type Letterhead = {
  frame: Omit<PdfDocument, 'blocks'>;
  when: (at: string) => string;
};

/** The provider's own paper, for whoever works there: their zone, and English as they write it. `mark` stands at the head of each page. */
export async function letterheadFor(ctx: Ctx, { title, mark }: { title: string; mark: string }): Promise<Letterhead> {
  const reader = await readerOf(ctx);
  const { name, logo, colours } = await brandOf(ctx, null, 'en');
  const format = new Intl.DateTimeFormat(reader.language, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ timeZone: reader.timeZone, timeZoneName: 'short' },
  });
  const when = (at: string) => format.format(new Date(at));
  return {
    when,
    frame: {
      ...{ title, mark, author: ctx.actor.name, language: reader.language, madeAt: ctx.now },
      paper: paperOf(reader),
      brand: { name, accent: colours.light, logo: logo && (await findPicture(ctx, logo.id)) },
      foot: `Made ${when(ctx.now)} by ${ctx.actor.name}`,
      words: {
        page: 'Page {page} of {pages}',
        formless: 'Characters that stand as □ have no form in the typeface of this document.',
      },
    },
  };
}

/** The words of these documents are English, so only the country of the reader's language is theirs: the order of a date. */
async function readerOf(ctx: Ctx): Promise<{ language: string; timeZone: string }> {
  const found = await ctx.tx
    .selectFrom('staff')
    .select(['time_zone as timeZone', 'language'])
    .where('id', '=', ctx.scope.principalId)
    .executeTakeFirst();
  const { language = 'en', timeZone = 'UTC' } = found ?? {};
  return { language: language.startsWith('en-') ? language : 'en-GB', timeZone };
}
