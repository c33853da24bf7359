type Team = { id: string; name: string; escalatesToId: string | null };

/** The teams that a team escalates to, one after the other. A circle, which the server refuses, would end where it began. */
export function escalationPath<T extends Team>(team: T, teams: readonly T[]): T[] {
  const path: T[] = [];
  let next = teams.find(({ id }) => id === team.escalatesToId);
  while (next && next.id !== team.id && !path.includes(next)) {
    path.push(next);
    const to: string | null = next.escalatesToId;
    next = teams.find(({ id }) => id === to);
  }
  return path;
}
