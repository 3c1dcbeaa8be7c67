import type { Step } from './step.ts';

export const evaluationStories: readonly Step[] = [];
