/** A mailbox as a header names it: the address in lower case, its domain in ASCII. */
export type MailAddress = { name: string; address: string };

/** A part of a mail that was kept as a file. */
export type MailAttachment = {
  sha256: string;
  /** Bytes. */
  size: number;
  name: string;
  /** By content where that can tell, else as the mail says; never a type that the content contradicts. */
  mediaType: string;
  /** Without angle brackets. */
  contentId: string | null;
  /** Whether the HTML of the mail shows it in its place. */
  inline: boolean;
};

/** A part that is meant for programs: a delivery report, the headers of a returned mail, an invitation. */
export type MachinePart = { type: string; parameters: ReadonlyMap<string, string>; text: string };

/** What a mail says, whether it stands alone or within another one. */
export type MailWords = {
  /** Without angle brackets; null when missing or longer than 998 characters. */
  messageId: string | null;
  inReplyTo: string[];
  /** The first and the last 50. */
  references: string[];
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** ISO 8601 in UTC; null when missing or not to be read. */
  date: string | null;
  /** The plain text, made from the HTML where the mail has none. */
  text: string;
  /** As browsers read it, unsanitised; null when the mail has none. */
  html: string | null;
  /** All values of a header, topmost first, unfolded but not decoded. */
  header(name: string): string[];
};

export type ReadMail = MailWords & {
  /** Media type and parameters of the whole mail. */
  contentType: { type: string; parameters: ReadonlyMap<string, string> };
  /** Whether the text is longer than is read, so that all of it is among the attachments. */
  textKept: boolean;
  attachments: MailAttachment[];
  machineParts: MachinePart[];
  /** Mails attached to this one; each is among the attachments as well, with all that it carries. */
  embedded: MailWords[];
  /** What could not be read, in plain sentences. */
  faults: string[];
  /** What the reader should know: signed, encrypted. */
  notes: string[];
};

/** Most characters of a Message-ID (RFC 5322 allows no longer line). */
export const MOST_ID = 998;
