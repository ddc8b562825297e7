/** PostgreSQL holds no NUL in a text, and half of a surrogate pair is no sign in UTF-8. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
