export const ARTICLE_STATES = ['draft', 'in_review', 'published', 'retired'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** Who may read what is in force: the provider's people, every client's, those of chosen clients, whoever opens the portal. */
export const ARTICLE_VISIBILITIES = ['internal', 'all', 'chosen', 'public'] as const;
export type ArticleVisibility = (typeof ARTICLE_VISIBILITIES)[number];
