import { classificationRoutes } from './routes.ts';

export { createCategory } from './categories.ts';
export { createCustomField } from './custom-fields.ts';
export { createService } from './services.ts';

export const classificationModule = { name: 'classification', routes: classificationRoutes };
