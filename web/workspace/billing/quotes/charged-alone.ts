/** What becomes of work that is taxed otherwise than the client’s bills. */
export const CHARGED_ALONE =
  'It has a tax of its own, so it becomes a charge of its own once accepted, and no part of the project.';
