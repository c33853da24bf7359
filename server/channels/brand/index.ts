import { pictureRoutes } from './routes-picture.ts';
import { publicRoutes } from './routes-public.ts';
import './words.ts';

export { keepPicture } from './keep-picture.ts';
export { clientLetterheadFor, type Letterhead, letterheadFor, plainLetterheadFor } from './letterhead.ts';

export const brandModule = { name: 'brand', routes: [...publicRoutes, ...pictureRoutes] };
