import { firstName } from '#kernel/template.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { printPdf } from '#platform/pdf/index.ts';
import { wordingOf } from '#server/business/billing/index.ts';
import { type PrintedPaper, sendPapers, textsOf, type WaitingPaper } from '#server/channels/mail-out/index.ts';
import type { Spoken } from '#shared/languages.ts';
import { type ContractPaper, fileNameOf, languageFor, paperOf, printedFor } from './paper.ts';

const SIGNING = systemIdentity('Contracts');
type Waiting = WaitingPaper & { contract_id: string };

/** Prints the contracts that wait to go by mail to whoever signs them and hands them to the outbox, one after the other. */
export const sendContractMails = (services: Services, signal?: AbortSignal): Promise<void> =>
  sendPapers<Waiting>(services, { table: 'contract_mails', by: SIGNING, print }, signal);

async function print(services: Services, mail: Waiting): Promise<PrintedPaper> {
  const { paper, language } = await withContext(services, SIGNING, async (ctx) => {
    const read = await paperOf(ctx, mail.contract_id);
    return { paper: read, language: await languageFor(ctx, read) };
  });
  return {
    pdf: await printPdf(await printedFor(services, paper, language)),
    ...{ name: fileNameOf(paper), language, link: `/portal/contracts/${paper.id}` },
    words: (ctx) => wordsFor(ctx, paper, language),
  };
}

async function wordsFor(ctx: Ctx, { client, sent, document }: ContractPaper, language: Spoken) {
  const { money, day } = wordingOf(language, document.currency);
  const provider = await ctx.tx.selectFrom('mail_sending').select('from_name').executeTakeFirst();
  const texts = await textsOf(ctx, client.id, 'contract', ({ name }) => ({
    'recipient.firstName': firstName(name),
    'recipient.name': name,
    'client.name': client.name,
    'provider.name': provider?.from_name ?? null,
    'contract.name': document.name,
    'contract.monthly': money(document.monthly),
    'contract.begins': day(document.begins),
  }));
  return texts({ name: sent?.to.name ?? '', language });
}
