/** How long a password is, in characters; in a module of its own, because the pages name it, too. */
export const PASSWORD_LENGTH = { min: 10, max: 128 };
