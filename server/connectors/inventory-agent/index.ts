import { door } from './door.ts';
import { agentRoutes } from './routes.ts';

export const inventoryAgentModule = { name: 'inventory-agent', routes: agentRoutes, machines: door };
