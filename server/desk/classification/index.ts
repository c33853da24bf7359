import { classificationRoutes } from './routes.ts';
import './words.ts';

export { createCategory } from './categories.ts';
export { createCustomField } from './custom-fields.ts';
export { type CustomField, customFieldsOf } from './fields-of.ts';
export { createService, updateService } from './services.ts';

export const classificationModule = { name: 'classification', routes: classificationRoutes };
