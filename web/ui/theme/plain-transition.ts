import type { CSSProperties, ReactNode } from 'react';

type Props = { mounted: boolean; children(styles: CSSProperties): ReactNode };

/** What comes and goes without moving, with the shape of Mantine's own. */
export const Transition = ({ mounted, children }: Props): ReactNode => (mounted ? children({}) : null);
