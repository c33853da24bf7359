import type { Ctx } from '#platform/context/index.ts';
import type { Spoken } from '#shared/languages.ts';
import { updateContact, viewContact } from './contacts.ts';

/** One of a client's people chooses the language in which they are spoken to. */
export async function chooseLanguage(ctx: Ctx, contactId: string, language: Spoken): Promise<void> {
  const { version, language: before } = await viewContact(ctx, contactId);
  if (before !== language) await updateContact(ctx, contactId, { version, language });
}
