export { type Simulator, type SimulatorOptions, startSimulator } from './server.ts';
export { SIMULATED_RMM } from './vendors.ts';
