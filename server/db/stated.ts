/**
 * A value that the tables promise. A blank is never read as 0 or "": it would become a number that somebody
 * believes.
 * @throws Error naming what is blank.
 */
export const stated = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`The database has a blank for ${what}.`);
  return value;
};
