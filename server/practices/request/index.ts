import { whenMoved } from '#server/desk/ticket/index.ts';
import { whenDecided } from '#server/practices/approval/index.ts';
import { whenFulfilled } from '#server/practices/fulfilment/index.ts';
import { askWhenMoved } from './approval.ts';
import { afterDecision, afterFulfilment } from './follow.ts';
import { requestRoutes } from './routes.ts';
import { catalogueRoutes } from './routes-catalogue.ts';
import { portalRequestRoutes } from './routes-portal.ts';
import './words.ts';

export { createItem, publishItem } from './items.ts';
export { putOffer } from './offers.ts';
export { placeOrder } from './order.ts';
export { changesTold } from './tell-changed.ts';

whenDecided('request', afterDecision);
whenFulfilled('request', afterFulfilment);
whenMoved('request', askWhenMoved);

export const requestModule = {
  name: 'request',
  routes: [...catalogueRoutes, ...requestRoutes, ...portalRequestRoutes],
};
