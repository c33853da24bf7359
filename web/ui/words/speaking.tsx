import { Outlet } from '@tanstack/react-router';
import { useLanguage } from './words.ts';

/** Every page, drawn anew where another language is spoken. */
export const Speaking = () => <Outlet key={useLanguage()} />;
