import { useBrand } from './brand.ts';

/** What stands in the browser's tab: the page, and whose portal it is. */
export function Title({ of }: { of: string }) {
  const brand = useBrand();
  return <title>{brand ? `${of} · ${brand.name}` : of}</title>;
}
