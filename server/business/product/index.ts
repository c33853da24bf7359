import { productRoutes } from './routes.ts';

export const productModule = { name: 'product', routes: productRoutes };
