/**
 * The answers of a pure function by all that it was asked, each as text. Keeps the latest `most` questions and forgets the
 * oldest, so that what is asked over and over, as a list is, is worked out once.
 */
export class Recent<Answer extends object> {
  readonly #most: number;
  readonly #kept = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is known about a question, else what `work` finds. */
  about(question: string, work: () => Answer): Answer {
    const known = this.#kept.get(question);
    if (known !== undefined) return known;
    const answer = work();
    if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
    this.#kept.set(question, answer);
    return answer;
  }
}
