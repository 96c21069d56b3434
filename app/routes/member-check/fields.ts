/** Names that the form and its reading agree on. */

export const answerField = (key: string) => `answer-${key}`;

export const commentField = (key: string) => `comment-${key}`;

export const ANSWERS = ["confirm", "dispute"] as const;
