import { door, stopReading } from './door.ts';
import { agentRoutes } from './routes.ts';

export const inventoryAgentModule = {
  name: 'inventory-agent',
  routes: agentRoutes,
  machines: door,
  stop: stopReading,
};
