import type { CSSProperties, ReactNode } from 'react';

type Props = { mounted: boolean; children(styles: CSSProperties): ReactNode };

/** Mantine's loader stands by its corner in the middle of the button, and its movement ends with it centred. */
const CENTRED: CSSProperties = { transform: 'translate(-50%, -50%)' };

/** The loader of a button, which comes and goes without moving, with the shape of Mantine's own. */
export const Transition = ({ mounted, children }: Props): ReactNode => (mounted ? children(CENTRED) : null);
