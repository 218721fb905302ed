export type Verdict = 'shown' | 'missing' | 'untellable'

/** One figure, or one word, that a person reads on the page. */
export type Judged = { field: string; verdict: Verdict }

export type Judgement = { figures: Judged[]; wrong: string[] }
