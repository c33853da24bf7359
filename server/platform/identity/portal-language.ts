import Type from 'typebox';
import { Nullable, OneOf } from '#shared/http.ts';
import { LANGUAGES, type Spoken } from '#shared/languages.ts';
import type { Ctx } from '../context/index.ts';
import { defineSetting, resolveSetting, resolveSettings } from '../settings/index.ts';

/** What the portal speaks to people who have chosen nothing. */
const PORTAL_LANGUAGE = defineSetting({
  key: 'portal.language',
  title: 'Language of portal and mail',
  help: 'What the portal, and mail, speak to a client’s people who have not chosen a language of their own. Where nothing is set, each client’s own language.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ language: Nullable(OneOf(LANGUAGES)) }),
  default: { language: null },
});

/** Which languages people may choose. */
const PORTAL_LANGUAGES = defineSetting({
  key: 'portal.languages',
  title: 'Languages that the portal offers',
  help: 'What a client’s people, and visitors of its portal, may choose from. Whoever has chosen another is spoken to in the next that fits.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({
    languages: Type.Array(OneOf(LANGUAGES), { minItems: 1, maxItems: LANGUAGES.length, uniqueItems: true }),
  }),
  default: { languages: [...LANGUAGES] },
});

/** Which languages a client's portal offers; without a client, the provider's. */
export async function languagesOffered(ctx: Ctx, clientId: string | null): Promise<Spoken[]> {
  const { languages } = (await resolveSetting(ctx, PORTAL_LANGUAGES, clientId)).value;
  return LANGUAGES.filter((one) => languages.includes(one));
}

/** The first of some language tags, such as `de-CH`, that is offered; English, or the first offered, where none is. */
export function firstOffered(offered: readonly Spoken[], ...tags: readonly (string | null | undefined)[]): Spoken {
  const known = tags.map((tag) => offered.find((one) => one === tag?.toLowerCase().split('-')[0]));
  return known.find((one) => one !== undefined) ?? (offered.includes('en') ? 'en' : (offered[0] ?? 'en'));
}

/** The language that the provider set for everybody, in which its own words are read where there are none nearer; null where it set none. */
export async function providerLanguage(ctx: Ctx, clientId: string | null): Promise<Spoken | null> {
  const { chain } = await resolveSetting(ctx, PORTAL_LANGUAGE, clientId);
  return chain.find(({ source }) => source.level === 'provider')?.value.language ?? null;
}

/** The language for one of a client's people: their own choice, then the setting, then the client's; nearest that is offered. */
export async function languageOf(
  ctx: Ctx,
  who: { clientId: string; own: string | null; client: string },
): Promise<Spoken> {
  const [{ value: set }, { value: offer }] = await resolveSettings(
    ctx,
    [PORTAL_LANGUAGE, PORTAL_LANGUAGES],
    who.clientId,
  );
  return firstOffered(offer.languages, who.own, set.language, who.client);
}
