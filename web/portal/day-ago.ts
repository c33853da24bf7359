/** The day so many days ago, in UTC; below zero one to come. */
export const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
