/** What is read again after a simulation begins or is thrown away. */
export const TOUCHED = ['GET /service-levels/simulations'] as const;
