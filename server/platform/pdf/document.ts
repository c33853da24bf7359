/** Words in a line: plain, or with weight or an address behind them. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly href?: string };
export type Words = string | readonly Run[];

export type Column = {
  readonly head: string;
  /** Its share of the width, in relation to the others'. */
  readonly share: number;
  readonly align?: 'left' | 'right';
};

export type Block =
  | { readonly kind: 'title'; readonly words: Words }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: Words }
  | { readonly kind: 'text'; readonly words: Words; readonly dim?: boolean }
  /** Kept as it is, line by line. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly ListItem[] }
  /** Names with what holds of them; where nothing does, the name is left out. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: Words | null])[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Words[])[] }
  /** What people wrote, as it is kept; pictures are left out. */
  | { readonly kind: 'html'; readonly html: string };

export type ListItem = { readonly words: Words; readonly depth?: number };

export type PdfDocument = {
  readonly title: string;
  readonly author: string;
  /** A BCP 47 tag, for readers that speak. */
  readonly language: string;
  readonly madeAt: string;
  readonly paper: 'A4' | 'LETTER';
  /** What stands on every page: whose it is, which document, and who made it when. */
  readonly brand: {
    readonly name: string;
    readonly logo: { readonly mediaType: string; readonly bytes: Uint8Array } | null;
    /** The colour of headings, as #rrggbb. */
    readonly accent: string;
  };
  readonly mark: string;
  readonly foot: string;
  readonly words: {
    /** With `{page}` and `{pages}`. */
    readonly page: string;
    /** Said at the end where a character has no form in the typeface. */
    readonly formless: string;
  };
  readonly blocks: readonly Block[];
};
