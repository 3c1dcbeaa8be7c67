/**
 * The line a disagreement on an evaluation carries until a third party has spoken (evaluation process of 2025: dialogue,
 * then a second opinion, in the end the board). Writing the opinion in its place opens the way to the board.
 */
export const opinionAwaited = 'Faglig udtalelse: afventer';

/** Whether a case's facts still wait for the second opinion. */
export const awaitsOpinion = (statement: string): boolean =>
  statement.split('\n').some((line) => line.trim() === opinionAwaited);
