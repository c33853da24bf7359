import { productRoutes } from './routes.ts';

export { createProduct } from './products.ts';

export const productModule = { name: 'product', routes: productRoutes };
