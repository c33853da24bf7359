import { whenCreated, whenGuarded } from '#server/desk/ticket/index.ts';
import { beginChange } from './create.ts';
import { missingOf } from './guards.ts';
import { changeRoutes } from './routes.ts';

export { whenCollides } from './collisions.ts';
export { createChange } from './create.ts';
export { editChange } from './edit.ts';
export { recordOverride } from './override.ts';
export { type ChangeRow, changeOf, lockChange } from './rows.ts';
export { viewChange } from './view.ts';
export { voidAuthorisation } from './void.ts';

whenCreated('change', beginChange);
whenGuarded('change', missingOf);

export const changeModule = { name: 'change', routes: changeRoutes };
