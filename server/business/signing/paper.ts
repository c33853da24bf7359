import { sql } from 'kysely';
import { dayAfter } from '#kernel/day.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { type Block, heading, type PdfDocument, paragraphs } from '#platform/pdf/index.ts';
import { partiesOn, wordingOf } from '#server/business/billing/index.ts';
import { viewContract } from '#server/business/contract/index.ts';
import { signerLanguage } from '#server/business/signature/index.ts';
import { plainLetterheadFor } from '#server/channels/brand/index.ts';
import type { ContractView } from '#shared/contract.ts';
import { clausesOf, type Speaking } from '#shared/contract-clauses/clauses.ts';
import { CLAUSES_DE } from '#shared/contract-clauses/de.ts';
import { CLAUSES_EN } from '#shared/contract-clauses/en.ts';
import { CLAUSES_ES } from '#shared/contract-clauses/es.ts';
import { CLAUSES_FR } from '#shared/contract-clauses/fr.ts';
import { CLAUSES_NL } from '#shared/contract-clauses/nl.ts';
import type { Spoken } from '#shared/languages.ts';
import { fillMessage, type Translated } from '#shared/message-words.ts';
import type { ContractDocument } from '#shared/signing.ts';
import { documentOf, readText } from './document.ts';
import { CONTRACT_PAPER_WORDS } from './paper-words.ts';

const CLAUSES: Readonly<Record<Spoken, Translated<typeof CLAUSES_EN>>> = {
  ...{ en: CLAUSES_EN, de: CLAUSES_DE, fr: CLAUSES_FR, es: CLAUSES_ES, nl: CLAUSES_NL },
};
const SIGNING = systemIdentity('Contracts');

/** What is printed of a contract: as it was sent, else as it is now. */
export type ContractPaper = Pick<ContractView, 'id' | 'client' | 'sent' | 'signature'> & {
  readonly document: ContractDocument;
};

/** A contract to be printed. */
export async function paperOf(ctx: Ctx, id: string): Promise<ContractPaper> {
  const contract = await viewContract(ctx, id);
  const { client, sent, signature } = contract;
  const { rows } = await sql<{ text: string | null }>`
    select sent_text as text from contracts where client_id = ${client.id} and id = ${id}`.execute(ctx.tx);
  const text = rows[0]?.text ?? null;
  return { id, client, sent, signature, document: text === null ? await documentOf(ctx, contract) : readText(text) };
}

/** The name of a file with a contract: letters, digits and hyphens of how it is called. */
export const fileNameOf = ({ document: { name } }: ContractPaper): string =>
  `contract-${name.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-')}`.replace(/-+$/, '').slice(0, 80);

/** How whoever signs it is spoken to. For the program. */
export const languageFor = (ctx: Ctx, { client, sent }: ContractPaper): Promise<Spoken> =>
  signerLanguage(ctx, client.id, sent?.to.id ?? null);

/**
 * A contract on the client's own paper, in a language, else in that of whoever signs it. For callers that have made sure that whoever asks
 * may know it.
 */
export function printedFor(
  services: Services,
  paper: ContractPaper,
  spoken: Spoken | null = null,
): Promise<PdfDocument> {
  return withContext(services, SIGNING, async (ctx) => {
    const language = spoken ?? (await languageFor(ctx, paper));
    const title = `${CLAUSES[language]['clause.contract']}: ${paper.document.name}`;
    const reader = { clientId: paper.client.id, language };
    const { frame } = await plainLetterheadFor(ctx, reader, { title, mark: title });
    return { ...frame, blocks: blocksOf(paper, language, title) };
  });
}

/** How the clauses of a contract in a currency are put into a language. */
export function speakingIn(language: Spoken, currency: string): Speaking {
  const { day, money, price, number } = wordingOf(language, currency);
  return {
    say: (key, ...params) => fillMessage(language, CLAUSES[language][key], params[0]),
    ...{ day, money, price, number, last: (until) => day(dayAfter(until, -1)) },
  };
}

function blocksOf({ document, sent, signature }: ContractPaper, language: Spoken, title: string): Block[] {
  const wording = wordingOf(language, document.currency);
  const own = CONTRACT_PAPER_WORDS[language];
  const speaking = speakingIn(language, document.currency);
  const { facts, lines, monthly, rates } = clausesOf(document, speaking);
  const { say } = speaking;
  return [
    { kind: 'title', words: title },
    {
      kind: 'facts',
      facts: [
        [own.date, sent ? wording.day(sent.at.slice(0, 10)) : own.draft],
        [own.signer, sent && !signature ? sent.to.name : null],
        ...facts,
      ],
    },
    ...partiesOn(document, wording),
    heading(say('clause.lines')),
    {
      kind: 'table',
      columns: [
        { head: wording.words.what, share: 14 },
        { head: say('clause.beforeTax'), share: 5, align: 'right' },
      ],
      rows: lines.map(({ name, amount, details }) => [[name, ...details].join('\n'), amount ?? '']),
    },
    { kind: 'facts', facts: [[monthly[0], [{ text: monthly[1], bold: true }]]] },
    ...(rates.length === 0
      ? []
      : [
          heading(say('clause.rates')),
          { kind: 'text', words: say('clause.ratesHelp'), dim: true } as const,
          { kind: 'facts', facts: rates } as const,
        ]),
    ...(document.terms.trim() === '' ? [] : [heading(say('clause.terms')), ...paragraphs(document.terms)]),
    ...signatureOn(signature, own, wording.day),
  ];
}

type PaperWords = (typeof CONTRACT_PAPER_WORDS)[Spoken];

function signatureOn(signature: ContractPaper['signature'], own: PaperWords, day: (day: string) => string): Block[] {
  if (!signature) return [];
  const { name, signedAt, sha256 } = signature;
  const by = own.signedBy.replace('{name}', () => name).replace('{day}', day(signedAt.slice(0, 10)));
  return [
    heading(own.signed),
    {
      kind: 'facts',
      facts: [
        [own.signed, by],
        [own.checksum, `SHA-256 ${sha256}`],
      ],
    },
  ];
}
