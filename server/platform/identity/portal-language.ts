import Type from 'typebox';
import { Nullable, OneOf } from '#shared/http.ts';
import { LANGUAGES, type Spoken, spoken } from '#shared/languages.ts';
import type { Ctx } from '../context/index.ts';
import { defineSetting, resolveSetting } from '../settings/index.ts';

/** What the portal speaks to people who have chosen nothing. */
const PORTAL_LANGUAGE = defineSetting({
  key: 'portal.language',
  title: 'Language of portal and mail',
  help: 'What the portal, and mail, speak to a client’s people who have not chosen a language of their own. Where nothing is set, each client’s own language.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ language: Nullable(OneOf(LANGUAGES)) }),
  default: { language: null },
});

/** The language that the provider set for everybody, in which its own words are read where there are none nearer; null where it set none. */
export async function providerLanguage(ctx: Ctx, clientId: string | null): Promise<Spoken | null> {
  const { chain } = await resolveSetting(ctx, PORTAL_LANGUAGE, clientId);
  return chain.find(({ source }) => source.level === 'provider')?.value.language ?? null;
}

/** The language for one of a client's people: their own choice, then the setting, then the client's; nearest that is spoken. */
export async function languageOf(
  ctx: Ctx,
  who: { clientId: string; own: string | null; client: string },
): Promise<Spoken> {
  const { value } = await resolveSetting(ctx, PORTAL_LANGUAGE, who.clientId);
  return spoken(who.own, value.language, who.client);
}
