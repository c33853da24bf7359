import type { Sight } from '#platform/identity/index.ts';
import type { MailReport } from './reading/index.ts';

/** One line of the log that says for each mail what was looked at, what came out, and why. */
export type Decision = { readonly filter: string; readonly result: string; readonly why: string };

/** Whom a mail is taken to be from. */
export type Writer =
  | { readonly contactId: string; readonly name: string; readonly sight: Sight }
  /** Nobody yet: they become one of the client's people. */
  | { readonly newcomer: { readonly name: string; readonly address: string } };

/** What is done with a mail. */
export type Verdict =
  | { readonly do: 'duplicate' }
  /** Kept in the list of mail and nothing else done. */
  | { readonly do: 'file' }
  /** Kept back until somebody of the MSP looks at it. */
  | { readonly do: 'hold' }
  | { readonly do: 'bounce'; readonly report: Extract<MailReport, { kind: 'delivery' }> }
  | {
      readonly do: 'ticket';
      readonly clientId: string;
      readonly writer: Writer;
      /** The ticket that it refers to, or whose key its subject names, without being let in. */
      readonly besides: string | null;
      readonly acknowledge: boolean;
      /** One of the MSP's own people handed it on: what counts is what its writer wrote to them. */
      readonly handedOn: boolean;
    }
  | { readonly do: 'reply'; readonly clientId: string; readonly writer: Writer; readonly ticketId: string }
  /** Beside the conversation, for the desk alone: what a machine or a stranger says to a ticket. */
  | { readonly do: 'note'; readonly clientId: string; readonly ticketId: string; readonly says: string }
  /** One of the MSP's own people answers from their mail program. */
  | { readonly do: 'staff reply'; readonly clientId: string; readonly ticketId: string; readonly staffId: string };

export type Decided = { readonly verdict: Verdict; readonly why: string; readonly decisions: readonly Decision[] };

/** Whose a mail is that was kept back, as somebody of the MSP said. */
export type Settled = { readonly clientId: string; readonly writer: Writer; readonly why: string };
