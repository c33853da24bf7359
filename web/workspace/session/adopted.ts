import { PRACTICES, type PracticeKey } from '#shared/adoption-words.ts';
import { useGet } from '#web/api/use.ts';

/** Which practices the firm has taken up; those that are usual until it is read. */
export function useAdopted(): (practice: PracticeKey) => boolean {
  const { data } = useGet('GET /practices', {}, { staleTime: 5 * 60_000 });
  return (practice) => data?.items.find(({ key }) => key === practice)?.on ?? PRACTICES[practice].usual;
}
